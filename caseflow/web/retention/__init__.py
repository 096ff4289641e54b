"""The pages of retention: what is due when, what is held, and the runs that delete."""
