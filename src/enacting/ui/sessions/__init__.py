"""The list of the sessions, and what can be done with one."""
