"""Read the worked examples off the page of formats."""

import json
import re
from pathlib import Path
from typing import TypeAlias

PAGE = Path(__file__).resolve().parents[2] / "caseflow" / "FORMATS.md"

Example: TypeAlias = dict[str, bytes | str | int]

_BLOCK = re.compile(r"^```example ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WORD = re.compile(r"`([a-z_]+)`")
_LINE = re.compile(r"(?P<name>[^:=]+?)(?P<sign>:| =)(?: (?P<value>.+))?")


class Examples(dict[str, Example]):
    """All examples of a page, by name."""

    def of(self, name: str) -> "Numbers":
        """Return one example."""
        return Numbers(self[name])


class Numbers:
    """One example, asked for values of a kind."""

    def __init__(self, values: Example) -> None:
        self._values = values

    def raw(self, name: str) -> bytes:
        """Return bytes."""
        found = self._values[name]
        assert isinstance(found, bytes), name
        return found

    def text(self, name: str) -> str:
        """Return a text."""
        found = self._values[name]
        assert isinstance(found, str), name
        return found

    def number(self, name: str) -> int:
        """Return a number."""
        found = self._values[name]
        assert isinstance(found, int), name
        return found

    def all_raw(self, name: str) -> list[bytes]:
        """Return the bytes called `name 1`, `name 2` and so on."""
        return [self.raw(each) for each in self._numbered(name)]

    def all_texts(self, name: str) -> list[str]:
        """Return the texts called `name 1`, `name 2` and so on."""
        return [self.text(each) for each in self._numbered(name)]

    def _numbered(self, name: str) -> list[str]:
        return [each for each in self._values if re.fullmatch(rf"{re.escape(name)} \d+", each)]


def later_columns(text: str) -> dict[str, set[str]]:
    """Return the columns that a page says were added to a table later, by table."""
    table = text.partition("| table | later columns |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = [_WORD.findall(line) for line in table.splitlines()]
    return {table: set(columns) for table, *columns in rows}


def read_page(text: str) -> Examples:
    """Return the examples of a page; raises ValueError for a block that is none."""
    found = Examples()
    for name, body in _BLOCK.findall(text):
        if name in found:
            raise ValueError(f"There are two examples {name}")
        found[name] = _read_block(name, body)
    return found


def _read_block(name: str, body: str) -> Example:
    example: Example = {}
    # A line that begins with a blank goes on with the value of the line above it.
    for line in re.sub(r"\n +", "", body).splitlines():
        match = _LINE.fullmatch(line)
        if match is None or match["name"] in example:
            raise ValueError(f"In example {name}: {line}")
        example[match["name"]] = _value(match["sign"], match["value"] or "")
    return example


def _value(sign: str, value: str) -> bytes | str | int:
    if sign != ":":
        return int(value)
    if value.startswith('"'):
        return str(json.loads(value))
    return value if value.startswith("{") else bytes.fromhex(value)
