"""Lets ``python -m copydesk`` run the command line."""

from copydesk.cli.main import main

if __name__ == "__main__":
    main()
