"""What the window and the report draw alike, without a window: links, shapes, colours, the scenes of cards."""
