"""The pages about one client: story, intake form, case, card, and how she is found."""
