"""The window: what is drawn and what can be pointed at."""
