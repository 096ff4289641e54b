"""The pages of the consent desk: she decides, one step at a time, and can take it back in two."""
