"""The pages of second factors and of one's own sessions."""
