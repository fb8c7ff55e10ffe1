"""The harvest: what a table built and said, as a report to take away (RULES 6).

A game is gathered once (`gathering`), then told as a web page (`html`, with the board as a picture) or as text
(`markdown`), and written to a folder (`writing`).
"""
