"""Read years, numbers and scales; German and English writing, never guessed."""

import re

from caseflow.vocabulary.questions.days import EARLIEST, LATEST
from caseflow.vocabulary.questions.faults import Asked, Fault, wrong_kind

SCALE_END = 10

_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?", re.ASCII)
# 1.234 is a thousand to one reader and one and a bit to another
_AMBIGUOUS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d*)?", re.ASCII)


def read_number(value: object, asked: Asked) -> int | float | Fault:
    """Return a number within the bounds of the part; the comma is a decimal comma."""
    number = _number(value, asked)
    if isinstance(number, Fault):
        return number
    part = asked.part
    if part.whole and not isinstance(number, int):
        return Fault("not_whole", {"given": str(value)})
    return _within(number, part.low, part.high)


def read_year(value: object, asked: Asked) -> int | Fault:
    """Return a year of four digits."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return wrong_kind(asked)
    text = str(value).strip()
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        return Fault("not_a_year", {"given": text})
    year = int(text)
    if asked.part.past and year > asked.today.year:
        return Fault("in_future", {"given": text})
    found = _within(year, EARLIEST, LATEST)
    return found if isinstance(found, Fault) else year


def read_scale(value: object, asked: Asked) -> int | Fault:
    """Return a step of the scale from 0 to 10."""
    number = _number(value, asked)
    if isinstance(number, Fault):
        return number
    if not isinstance(number, int):
        return Fault("not_whole", {"given": str(value)})
    found = _within(number, 0, SCALE_END)
    return found if isinstance(found, Fault) else number


def _number(value: object, asked: Asked) -> int | float | Fault:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return wrong_kind(asked)
    text = str(value).strip()
    if isinstance(value, str) and _AMBIGUOUS.fullmatch(text):
        return Fault("ambiguous_number", {"given": text})
    if not _NUMBER.fullmatch(text):
        return Fault("not_a_number", {"given": text})
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


def _within(number: float, low: int, high: int) -> int | float | Fault:
    if low <= number <= high:
        return number
    return Fault("out_of_bounds", {"given": str(number), "from": str(low), "to": str(high)})
