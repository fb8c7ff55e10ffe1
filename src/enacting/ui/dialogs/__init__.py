"""What asks or tells one thing over any screen."""
