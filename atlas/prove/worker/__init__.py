"""What runs inside an environment, beside Django: standard library only, and Python 3.9 is the oldest."""
