"""What is on disk and in the database."""
