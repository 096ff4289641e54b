"""May this person see or do this, now, and why: facts in, answer out, no clock and no database."""
