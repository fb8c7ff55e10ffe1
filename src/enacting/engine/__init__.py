"""The rules of the game, and nothing else.

Law: this package imports the standard library and itself. No files, no clock, no window, no sentences.
"""
