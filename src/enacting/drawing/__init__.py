"""What the window and the report draw alike: the geometry of links, the scenes of cards."""
