"""What follows from facts and records on a given day. Pure: `today` is a parameter."""
