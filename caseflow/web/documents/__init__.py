"""The pages of attached files: list, attach, change, give out, delete."""
