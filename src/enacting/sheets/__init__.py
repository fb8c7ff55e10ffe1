"""A box on paper: pages ready to print, the sheet of all its cards, and whether every text fits its faces.

Law: the cards are drawn by the window's own faces; nothing here lays a card out.
"""
