"""leaterms: the statutory LEA themes in Dutch municipal minutes, under any wording."""

__version__ = "0.1.0"
