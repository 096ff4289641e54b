"""The label of something in the reader's language."""

from collections.abc import Mapping


def in_language(labels: Mapping[str, str], language: str) -> str:
    """Return the label in that language, else in the first one that there is."""
    return labels[language] if language in labels else next(iter(labels.values()))
