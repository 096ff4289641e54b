"""The only door to a sealed field: decide, trace, then open."""
