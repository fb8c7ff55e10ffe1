"""A text that people write, and its field."""
