"""`make fresh`: the README's commands on a machine that has never seen this project.

`machine` makes it from Debian's packages alone and runs commands in it; `host` is what it borrows from the machine that
makes it, so that it reaches the same package indexes; `__main__` runs the commands and tells the times.
"""
