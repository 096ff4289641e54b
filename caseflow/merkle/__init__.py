"""The Merkle engine: leaves, tiles, proofs and signed checkpoints of an append-only log."""
