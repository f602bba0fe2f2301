"""Readers that do what broken files do to real ones; each docstring says what is right then.

Each module is run as a worker of its own, in the place of `leaterms.archive.worker`.
"""
