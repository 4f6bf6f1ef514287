"""Documents: slips, and the roster's wall sheet. No Qt, no SQL, nothing of the terminal."""
