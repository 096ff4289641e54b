"""The pages of what leaves the provider: partner organisations, and what they are told."""
