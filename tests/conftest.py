"""What every test may ask for."""

from tests.machine.postgres import engine, postgres

__all__ = ["engine", "postgres"]
