"""Every mistake of an author, on a line of its own, within seconds."""
