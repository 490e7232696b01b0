"""`make serve`: pages as a build would write them, drawn when somebody looks at them.

    server           answers the browser       __main__, server, session, moments, changes, browsers
      └ warm         a process with MkDocs and all libraries imported        warm, processes
          └ records  a fork with data, records and the modules of `atlas` that read them   project, kept, bytecode
              └ atlas      a fork with the other modules of `atlas`          project
                  └ settings   a fork that has read `mkdocs.yml`             project, theme
                      └ macros     a fork with `macros`                      project
                          └ site     a fork that draws pages of one state    site, hooks, failures
                              └ behind   forks: what takes all pages; checks     behind, site

A process never takes up a change: a newer one is forked from the nearest ancestor that the change does not concern.
So nothing can be stale but what an ancestor keeps, and only records are kept, by the content of their files.
The server itself imports nothing of `atlas` and `macros`.
"""
