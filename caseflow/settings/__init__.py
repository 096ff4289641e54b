"""What the environment and the files of config/ say, read and checked once at the start."""
