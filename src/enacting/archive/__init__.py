"""What becomes of sessions: their files, copies, capsules, erasing, and the notice for participants."""
