"""Hours: placeholder."""
