"""Runs the samples of every change page on every Django release, and judges the claims by what happened."""
