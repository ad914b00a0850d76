"""The command line: commands, progress and exit codes; thin."""
