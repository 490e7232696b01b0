"""`make bench`: how fast the site builds, how heavy its pages are, how fast the scanner reads.

Everything is measured in one run on one machine and given as a ratio to something that everybody
has: a stock site of the same pages, or Python compiling the same files.
"""
