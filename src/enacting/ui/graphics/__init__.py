"""Pixels: shapes, type, icons, colours, and what is kept of them."""
