"""Pixels: shapes, type, icons, colours, and the caches of what was drawn."""
