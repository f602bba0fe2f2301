"""A worker that cannot start, as one whose installation is damaged.

Right: the scan ends with an error that has what the worker said, and does not try for ever.
"""

raise ModuleNotFoundError("No module named 'ahocorasick'")
