"""What can be seen and pointed at, and laying it out."""
