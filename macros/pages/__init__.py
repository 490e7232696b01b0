"""Whole pages and their sections."""
