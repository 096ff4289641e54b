"""The tables, one file per aggregate, and the one unit of work that commits."""
