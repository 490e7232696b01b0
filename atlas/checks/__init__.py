"""What must hold beyond the type of each field: one subject per module, each with tests that make it fail."""
