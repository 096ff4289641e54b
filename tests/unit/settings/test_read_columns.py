from pathlib import Path

import pytest

from caseflow.settings.read_columns import check_structured, lists_of, read_columns
from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Option, OptionList, Question

TYPE = read_type("choice(degree) + table(title: text, kind: choice(degree_kind))")
LABELS = {"title": {"de": "Titel"}, "kind": {"de": "Art"}}


def table(**values: object) -> Table:
    return Table(Path("questions.toml"), {}, (), values)


def test_each_column_has_its_label_and_each_list_is_known() -> None:
    assert read_columns(table(columns=LABELS), TYPE, ["de"]) == LABELS
    assert read_columns(table(), read_type("text"), ["de"]) == {}
    assert lists_of(TYPE) == {"degree", "degree_kind"}


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "`columns` is missing"),
        ({"columns": {"title": {"de": "x"}}}, "`kind` is missing"),
        ({"columns": {**LABELS, "year": {"de": "x"}}}, "`year` is no setting here"),
    ],
)
def test_a_column_without_a_name_is_refused(values: dict[str, object], sentence: str) -> None:
    with pytest.raises(BadConfiguration, match=sentence):
        read_columns(table(**values), TYPE, ["de"])


def test_a_name_means_one_thing_and_a_file_is_not_asked_for_again() -> None:
    lists = {"degree": OptionList("degree", (Option("kind", {}),))}
    with pytest.raises(BadConfiguration, match="the column `kind`"):
        check_structured(Question("a", {}, "", TYPE, lists, columns=LABELS), table())
    check_structured(Question("a", {}, "", TYPE, {}, columns=LABELS), table())
    file = Question("a", {}, "", read_type("text + file"), {}, volatile=True)
    with pytest.raises(BadConfiguration, match="volatile"):
        check_structured(file, table())
