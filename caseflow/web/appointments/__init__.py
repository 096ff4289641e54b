"""Pages of appointments: a client's, one's own of the coming days, and their calendar files."""
