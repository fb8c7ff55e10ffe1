"""Whole sessions played by seeded tables of simple habits, and what they say of a box."""
