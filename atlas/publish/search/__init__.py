"""What the search box finds: one entry for each change, and one for each heading of every other page."""
