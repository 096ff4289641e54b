"""Collect what commands say to the operator: the English templates, wherever they are made."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

CASEFLOW = Path(__file__).resolve().parents[2] / "caseflow"
_ALIKE = 3  # words: a longer text that is the same in both languages is not translated
_SAID_TO_NOBODY = "http"  # its `wrong` is another one
SAYING = frozenset({"BadConfiguration", "OperatorError", "Sentence", "say", "wrong"})


def templates() -> dict[str, str]:
    """Return each template with the place that says it first."""
    found: dict[str, str] = {}
    for file in sorted(CASEFLOW.rglob("*.py")):
        for call in _calls(file):
            for text in _texts(call.args[0]):
                found.setdefault(text, f"{file.relative_to(CASEFLOW)}:{call.lineno}")
    return found


def unread() -> list[str]:
    """Return the places where something is said that no translation can be found for."""
    return [
        f"{file.relative_to(CASEFLOW)}:{call.lineno}"
        for file in sorted(CASEFLOW.rglob("*.py"))
        for call in _calls(file)
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]


def faults(english: str, german: str) -> list[str]:
    """Return why a translation is none."""
    checks = (
        (not german.strip(), "it is empty"),
        (_fields(german) != _fields(english), "it puts in something else"),
        (german == english and len(english.split()) > _ALIKE, "it is not translated"),
    )
    return [fault for wrong, fault in checks if wrong]


def _fields(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template)} - {None}


def _calls(file: Path) -> Iterator[ast.Call]:
    if file.relative_to(CASEFLOW).parts[0] == _SAID_TO_NOBODY:
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in SAYING:
            yield node


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _texts(argument: ast.expr) -> Iterator[str]:
    """Yield the texts that are said, also where one of two is chosen."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _texts(argument.body)
        yield from _texts(argument.orelse)
