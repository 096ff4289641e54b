"""The demo: a provider, its people, and a client's way through four units."""
