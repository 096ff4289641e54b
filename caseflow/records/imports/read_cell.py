"""Bring what people type into a cell into a form that answers are read from."""

import re

from caseflow.vocabulary.questions.answer_types import Kind, Part
from caseflow.vocabulary.questions.catalogue import Question

_CROSSES = frozenset({"x", "✓", "✔"})
_MIDNIGHT = re.compile(r"(\S+) 0?0:00(?::00)?")  # how a date cell is saved that has a time
_BETWEEN = re.compile(r"[;|\n]")
_BETWEEN_ROWS = re.compile(r"[|\n]")  # a semicolon stands between the cells of a row


def read_cell(question: Question, part: Part, text: str) -> object:
    """Return the text of a cell, or the list of texts that several things are told in."""
    if part.kind in {Kind.YES_NO, Kind.YES_NO_UNKNOWN} and text.casefold() in _CROSSES:
        return "yes"
    if part.kind in {Kind.DATE, Kind.DATES}:
        return _MIDNIGHT.sub(r"\1", text)
    if part.kind is Kind.LIST:
        return _items(_BETWEEN.split(text))
    if part.kind is Kind.TABLE:
        return _items(_BETWEEN_ROWS.split(text))
    if part.kind is Kind.CHOICES:
        return _chosen(question, part, text)
    return text


def is_cross(text: str) -> bool | None:
    """Say whether a cell says yes; None where it says something else than yes or no."""
    said = text.strip().casefold()
    if said in _CROSSES | {"ja", "yes", "true", "wahr", "1"}:
        return True
    return False if said in {"", "nein", "no", "false", "falsch", "0"} else None


def _chosen(question: Question, part: Part, text: str) -> list[str]:
    """Split at commas last: some options hold one."""
    options = {
        name.casefold()
        for option in question.options(part)
        for name in (option.code, *option.labels.values())
    }
    return [
        choice
        for item in _items(_BETWEEN.split(text))
        for choice in ([item] if item.casefold() in options else _items(item.split(",")))
    ]


def _items(texts: list[str]) -> list[str]:
    return [text.strip() for text in texts if text.strip()]
