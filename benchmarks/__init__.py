"""How quick the game is, measured: `python -m benchmarks` prints a table."""
