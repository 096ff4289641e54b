"""Papers to fill in by hand: the form of a consent in her language, with nothing ticked."""
