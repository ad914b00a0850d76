"""Stores on a PostgreSQL server. Imported when one is named: it needs the extra ``postgres``."""
