"""The pages of help: the handbook, task by task for each role, and the accessibility statement."""
