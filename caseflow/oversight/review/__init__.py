"""The officers' review: a period of the log, what was found in it, and the sign-off."""
