"""One table being played, and its file."""
