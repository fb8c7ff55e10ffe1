"""The faces of the cards: small on the board, at reading size in a panel, whole in focus, and their backs.

Law: the window and the printed cards share these faces; nothing is left out silently: a title that is too long for the
board ends with an ellipsis and is whole in focus, and a reading face says whether it fits.
"""
