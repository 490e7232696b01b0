"""One command from a new Django to records that are true of it, and to the list of what people write."""
