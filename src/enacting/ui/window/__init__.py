"""The window: its stack of screens, its input, its loop, its sounds."""
