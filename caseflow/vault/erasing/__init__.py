"""Erase a client, or one unit's file of her: her keys are destroyed, and all rows but evidence."""
