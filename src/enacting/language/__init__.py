"""Sentences, characters, what happened in words, and names taken out of texts."""
