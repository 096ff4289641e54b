"""The locks: how texts, keys and rows are sealed and opened, pure and without a database."""
