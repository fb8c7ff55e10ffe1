"""The harvest: what a table built and said, as a report to take away (RULES 6).

A game is gathered once (`gathering`) and put in blocks (`report`, of what `blocks` names), which are written out as a
web page (`html`) or as text (`markdown`), and saved in a folder (`writing`).
"""
