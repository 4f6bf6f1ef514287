"""Documents the centre hands out: slips now. No Qt, no SQL, nothing of the terminal."""
