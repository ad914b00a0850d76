"""Plan, pool, resume."""
