"""The interface for programs: JSON under /api/v1, as its own OpenAPI document describes it."""
