"""Read what a question says of the columns of its table, and check tables and files."""

from collections.abc import Collection, Mapping

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.questions.answer_types import AnswerType, Kind
from caseflow.vocabulary.questions.catalogue import Question


def read_columns(
    table: Table, answer_type: AnswerType, languages: Collection[str]
) -> Mapping[str, Mapping[str, str]]:
    """Return the labels of all columns of the type, by their names."""
    wanted = {column.name for part in answer_type.parts for column in part.columns}
    if not wanted:
        if "columns" in table.values:
            raise table.wrong("`columns` belongs to a question of the type table(…)", "columns")
        return {}
    columns = table.table("columns")
    columns.only(wanted)
    found = {name: columns.table(name) for name in sorted(wanted)}
    for labels in found.values():
        labels.only(languages)
    return {name: labels.labels(languages) for name, labels in found.items()}


def lists_of(answer_type: AnswerType) -> set[str]:
    """Return the lists that parts and columns are chosen from."""
    parts = [each for part in answer_type.parts for each in (part, *part.columns)]
    return {part.list_key for part in parts if part.list_key}


def check_structured(question: Question, table: Table) -> None:
    """Refuse names that mean two things in an answer, and a file that is asked for again."""
    taken = {part.name for part in question.type.parts}
    taken |= {option.code for each in question.lists.values() for option in each.options}
    for name in sorted(taken & question.columns.keys()):
        raise table.wrong(
            "the column `{name}` has the name of a part or of an option; give it another one",
            "columns",
            name=name,
        )
    if question.volatile and question.type.of_kind(Kind.FILE):
        raise table.wrong(
            "question `{key}` is volatile, but nobody says of a file that it is still true",
            "volatile",
            key=question.key,
        )
