"""`python -m leaterms` is the command `leaterms`."""

from leaterms.cli import main

if __name__ == "__main__":
    main()
