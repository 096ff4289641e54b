"""An application over a born house, to be served to a browser."""

from tests.factories.application import app, house

__all__ = ["app", "house"]
