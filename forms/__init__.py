"""Documents: forms and notices, slips, the roster. No Qt, no SQL, nothing of the terminal."""
