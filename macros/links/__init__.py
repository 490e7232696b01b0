"""Addresses that people take away, and what moved."""
