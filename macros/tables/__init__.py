"""Tables and lists, as pages call them."""
