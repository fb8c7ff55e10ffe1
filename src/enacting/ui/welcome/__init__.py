"""The first screen, the tour, five minutes alone."""
