"""What an installation needs besides its records: its birth, its database, its health."""
