"""The table being played: a file for each stage and dialog."""
