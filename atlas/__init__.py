"""The atlas: from what people and commands wrote to what is decided, checked and published. Knows no site builder.

A line for each room, in the order in which things flow; `tests/test_walls.py` holds the arrows. A room may import
itself and the rooms after its arrow, nothing else of this project. Modules named `__main__` are commands, and may
put rooms together; so may `update/new_page`.

    words    <-                                       what everybody speaks: closed lists, versions, spans, dates
    facts    <- words                                 what commands wrote under data/, each file typed once
    records  <- words facts                           what people wrote under docs/: pages, samples, rules
    decide   <- words facts records                   what follows from both on a given day; pure
    claims   <- words facts records                   does the record of the runs bear the page out?
    scan     <- words                                 rules over a code base, and the command line that people install
    check    <- words facts records scan              every mistake of an author, in seconds
    publish  <- words facts records decide scan       what programs and browsers read
    built    <- words records                         the finished site, read back from its files
    sync     <- words facts                           Django's archives into data/; uses the network
    prove    <- words facts records claims            runs Django, starts processes; judges nothing itself
    update   <- words facts records sync prove        what follows from a new Django, and a page begun
"""
