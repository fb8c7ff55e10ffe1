"""Enacting the Commons: a board game for talking about public action and the commons."""

__version__ = "0.2.0"
