"""The reader of Django's documentation: pages, anchors and modules that other sites may link to."""
