"""Backups: two files that hold everything and open nothing, and the way back from them."""
