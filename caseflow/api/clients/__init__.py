"""Calls about clients: create, find, look up, overview, story, intake, facts, entries, goals."""
