"""The command line that people install as `upgrade-atlas`. Standard library alone, Python 3.9 and up.

`package/build.py` puts this room, `scan` and what both know of `words` into a wheel, with the data that
`publish.tool_data` writes.
"""
