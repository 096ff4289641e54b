"""The questions that units ask, and one typed grammar of their answers."""
