"""An application over a born house, and somebody who visits it."""

from tests.factories.application import app, house, visitor

__all__ = ["app", "house", "visitor"]
