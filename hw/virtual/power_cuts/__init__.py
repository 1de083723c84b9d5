"""Power cuts at random moments while dutycamd records, and an account of what they cost."""
