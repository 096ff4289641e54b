from collections.abc import Callable
from pathlib import Path

import pytest

from caseflow.settings.toml_tables import Table, nearest, read_table
from caseflow.vocabulary.errors import BadConfiguration

TEXT = """\
# a first line that says nothing
name = "Verein"
count = 3
open = true
empty = " "
colours = ["red", "green"]
twice = ["red", "red"]

[inner.deep]
label = "tief"

[inner]
de = "innen"
"""


@pytest.fixture
def table(tmp_path: Path) -> Table:
    file = tmp_path / "config" / "some.toml"
    file.parent.mkdir()
    file.write_text(TEXT, encoding="utf-8")
    return read_table(file)


def test_each_kind_of_value(table: Table) -> None:
    assert table.text("name") == "Verein"
    assert table.number("count", 1, 3) == 3
    assert table.flag("open") is True
    assert table.flag("shut", default=False) is False
    assert table.texts("colours") == ("red", "green")
    assert table.texts("missing") == ()
    assert table.one_of("name", {"Verein", "Werk"}) == "Verein"
    assert table.some_of("colours", {"red", "green", "blue"}) == {"red", "green"}
    assert table.table("inner").labels(["de"]) == {"de": "innen"}
    assert [key for key, _ in Table(table.file, {}, (), {"a": {}, "b": {}}).tables()] == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "sentence", "read"),
    [
        (3, "`count` must be a text in quotes", lambda t: t.text("count")),
        (5, "`empty` must be a text in quotes", lambda t: t.text("empty")),
        (1, "`missing` is missing", lambda t: t.text("missing")),
        (2, "`name` must be true or false", lambda t: t.flag("name")),
        (
            3,
            "`count` is 3; it must be a whole number from 4 to 9",
            lambda t: t.number("count", 4, 9),
        ),
        (4, "`open` is True; it must be a whole", lambda t: t.number("open", 0, 9)),
        (2, "`name` must be a list of texts", lambda t: t.texts("name")),
        (7, "`twice` names something twice", lambda t: t.texts("twice")),
        (2, "`name` is `Verein`; did you mean `Vereine`?", lambda t: t.one_of("name", ["Vereine"])),
        (6, "`colours` names `red`; did", lambda t: t.some_of("colours", ["reed", "green"])),
        (2, "`name` must be a table", lambda t: t.table("name")),
        (10, "`label` is no", lambda t: t.table("inner").table("deep").only(["labels"])),
        (9, "`lobel` is missing", lambda t: t.table("inner").table("deep").text("lobel")),
        (12, "`en` is missing", lambda t: t.table("inner").labels(["de", "en"])),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_complaint_has_its_line(
    table: Table, line: int, sentence: str, read: Callable[[Table], object]
) -> None:
    with pytest.raises(BadConfiguration) as raised:
        read(table)
    assert str(raised.value).startswith(f"config/some.toml, line {line}: {sentence}")


def test_a_key_that_nothing_reads(table: Table) -> None:
    known = table.values.keys() - {"colours"} | {"colour"}
    with pytest.raises(
        BadConfiguration, match="line 6: `colours` is no setting here; did you mean"
    ):
        table.only(known)
    table.only(table.values)


def test_nothing_near_lists_what_is_known() -> None:
    assert str(nearest("xyz", {"health", "family"})) == "; known: family, health"
    assert str(nearest("xyz", set())) == "; known: none"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'a = 1\nb = "', "line 2: no TOML"),
        (b"a = 1\na = 2\n", "line 2: no TOML: Cannot overwrite a value"),
        (b'a = 1\nb = """', "line 2: no TOML: Unterminated"),
        (b"\xff", "cannot be read (UnicodeDecodeError)"),
    ],
)
def test_what_is_no_toml(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "some.toml"
    file.write_bytes(content)
    with pytest.raises(BadConfiguration) as raised:
        read_table(file)
    assert sentence in str(raised.value)
