"""Counts how many public projects met each change, into `data/reach.json`. What is downloaded is read, never run."""
