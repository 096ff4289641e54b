"""The words everyone shares: ids, actors, acts, answers, matrices, errors, the clock."""
