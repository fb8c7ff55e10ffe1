"""Setting up a session: who plays, which crisis, how long, with which box."""
