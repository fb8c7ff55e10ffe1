"""This computer: its folders, its sticks, its clock, and files that others may have written."""
