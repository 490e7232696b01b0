"""Detection rules over a code base: where a project meets the changes between two Django releases.

Everything but `rules` and `witness` needs the standard library alone, and takes rules as plain data.
"""
