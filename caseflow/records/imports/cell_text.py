"""Write what a cell of a workbook holds as people would type it: days, numbers, yes and no."""

import re
from datetime import date, time, timedelta
from decimal import Decimal

_LEADING_ZEROS = re.compile("0{2,}")  # how postal codes are shown that are kept as numbers
_DIGITS = ".15g"  # a workbook keeps no more; further ones are noise of the sum


def cell_text(value: object, shown_as: str = "General") -> str:
    """Return the text of a value, shown by this number format.

    Days and decimal commas are as a German spreadsheet program saves them: so a line is known
    again that came from the same sheet saved as text. The time of a day with a time is left out.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value, shown_as)
    if isinstance(value, date | time | timedelta):
        return _moment(value)
    # `_x000D_` is how a package spells a carriage return.
    return "" if value is None else str(value).replace("_x000D_", "")


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, date):
        return f"{value.day:02}.{value.month:02}.{value.year:04}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _number(value: float, shown_as: str) -> str:
    text = str(value) if isinstance(value, int) else f"{Decimal(f'{value:{_DIGITS}}'):f}"
    if _LEADING_ZEROS.fullmatch(shown_as):
        return text.zfill(len(shown_as))
    return text.replace(".", ",")
