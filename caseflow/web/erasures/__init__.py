"""The pages on which two people erase a record."""
