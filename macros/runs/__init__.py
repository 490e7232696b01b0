"""What the recorded runs gave, ready to be drawn."""
