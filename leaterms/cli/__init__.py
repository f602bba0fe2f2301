"""The command line: arguments in, one call of the library, text and an exit code out."""

from leaterms.cli.commands import main

__all__ = ["main"]
