"""A box on paper: pages to print, the contact sheet of its cards, and whether every text fits its faces.

Law: cards are drawn by the faces of the window; nothing here lays out a card.
"""
