"""The pages about people who work here: who belongs to the unit, and who has an account."""
