"""What is done with sessions once played: copying, exporting and erasing them, and the notice for participants."""
