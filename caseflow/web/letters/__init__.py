"""The pages of letters: how a client may be reached, which letter, and what stands in it."""
