"""The log: what happened, append-only and provable."""
