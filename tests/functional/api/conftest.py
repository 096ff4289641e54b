"""An application over a house of each engine, and somebody who visits it."""

from tests.factories.application import app, visitor

__all__ = ["app", "visitor"]
