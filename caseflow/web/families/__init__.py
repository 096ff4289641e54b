"""The pages about guardians, children and mother of a client."""
