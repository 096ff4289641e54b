"""What stands on papers: the sentences around what rooms return, and the answer that carries it."""
