"""Pictures for the wall: what the room sees of a session, each made from a public value."""
