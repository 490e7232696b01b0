"""Django's newest source distribution into `data/`: the facts that nobody types."""
