"""A client with a story in counselling, which the shelter reads under her consent."""

from tests.factories.storied_house import house, made, told

__all__ = ["house", "made", "told"]
