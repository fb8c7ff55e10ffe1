"""Dialogs shown over any screen."""
