"""The window in which a designer sees a box while writing it."""
