"""The finished site, read back from its files."""
