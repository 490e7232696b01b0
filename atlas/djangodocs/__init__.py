"""Django's documentation and source as other sites may link to them: pages, anchors, files, by series."""
