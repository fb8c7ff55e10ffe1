"""Screen readers, reading aloud, and the screen in words."""
