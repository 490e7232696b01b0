"""The command line that people install as `upgrade-atlas`. Standard library alone, Python 3.9 and up.

`package/backend.py` puts the room `scan` and what it knows of `words` into a wheel, with the data that
`publish.tool_data` writes.
"""
