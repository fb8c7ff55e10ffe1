"""What people download: a folder with the game, the Python that runs it and programs to double click, for each system.

Every bundle has the same layout, `layout.py`, and is filled from the lock, so that two builds of a commit are the same
bytes.
"""
