"""Whether the recorded runs bear a page out. Starts no process: records in, problems out."""
