"""A record service whose keys follow the consents."""
