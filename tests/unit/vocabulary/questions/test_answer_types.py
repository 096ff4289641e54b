import pytest

from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.questions.answer_types import Kind, Part, read_type


def test_one_part() -> None:
    found = read_type("text")
    assert (found.name, found.single, found.parts) == ("text", True, (Part("text", Kind.TEXT),))


def test_parts_that_stand_together() -> None:
    found = read_type("choice(paper) + until: date + yes_no_unknown")
    assert found.name == "choice+date+yes_no_unknown"
    assert not found.single
    assert [part.name for part in found.parts] == ["choice", "until", "yes_no"]
    assert found.part("until") == Part("until", Kind.DATE)
    assert found.part("from") is None


def test_alternatives() -> None:
    found = read_type("date(past) | year(past) | choice(age_class)")
    assert (found.name, found.single) == ("date|year|choice", True)
    assert [part.past for part in found.parts] == [True, True, False]


def test_bounds_make_a_count() -> None:
    (part,) = read_type("number(0..40)").parts
    assert (part.low, part.high, part.whole) == (0, 40, True)
    assert not read_type("number").parts[0].whole


def test_a_table_has_named_columns() -> None:
    found = read_type("choice(training) + degrees: table(title: text, got: year(past))")
    columns = (Part("title", Kind.TEXT), Part("got", Kind.YEAR, past=True))
    assert found.parts[1] == Part("degrees", Kind.TABLE, columns=columns)
    assert (found.name, found.of_kind(Kind.TABLE)) == ("choice+table", found.parts[1])
    assert read_type("table(number(0..4))").parts[0].columns[0].whole
    assert read_type("text").of_kind(Kind.FILE) is None


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in {Kind.CHOICE, Kind.CHOICES, Kind.TABLE}]
)
def test_every_other_kind_needs_no_argument(kind: Kind) -> None:
    assert read_type(kind.value).parts[0].kind is kind


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("", "is no kind of answer"),
        ("txt", "is no kind of answer; one of: text, list"),
        ("text + date | year", "mixes `+` and `|`"),
        ("date + date", "two parts of one name"),
        ("choice", "write choice(list)"),
        ("text(past)", "write choice(list)"),
        ("date(future)", "write choice(list)"),
        ("number(few)", "write choice(list)"),
        ("table", "table(name: text)"),
        ("table(list)", "one that is none of: choice, country"),
        ("table(a: text, a: date)", "two parts of one name"),
        (f"table({', '.join(f'{sign}: text' for sign in 'abcdefghi')})", "more than 8 columns"),
        ("text | file", "as an alternative"),
        ("table(a: text) | date", "as an alternative"),
    ],
)
def test_what_no_type_is(expression: str, sentence: str) -> None:
    with pytest.raises(BadConfiguration) as raised:
        read_type(expression)
    assert sentence in str(raised.value)
