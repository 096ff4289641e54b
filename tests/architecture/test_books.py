"""What the books say is there: rooms, files, commands, settings, examples of use."""

import re
import shlex
import struct
from collections.abc import Iterable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from caseflow.cli.program import program
from caseflow.settings.environment import read_environment
from tests.architecture.tree import ROOT, files, modules, texts
from tests.factories.scale import VARIABLE

README, HOUSE, FORMATS = "README.md", "caseflow/ARCHITECTURE.md", "caseflow/FORMATS.md"
BOOKS = (README, HOUSE, FORMATS)
PICTURE = "caseflow/web/static/pictures/story.png"

_CODE = re.compile(r"`([^`\n]+)`|^    (\S.*)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#]+)\)")
_SETTING = re.compile(r"\bCASEFLOW_[A-Z_]+\b")
_PNG = b"\x89PNG\r\n\x1a\n"


def book(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_in(text: str) -> list[str]:
    """Return every piece of code in a book, in line or indented."""
    return [inline or block for inline, block in _CODE.findall(text)]


def commands_in(text: str) -> list[list[str]]:
    """Return the words behind each `caseflow` in the code of a book; `db check` counts too."""
    found = []
    for piece in code_in(text):
        for part in re.split(r"&&|\|\|", piece):
            words = shlex.split(part.replace("'", '"')) if part.count('"') % 2 == 0 else []
            if words and words[0].rpartition("/")[2] == "caseflow":
                found.append(words[1:])
            elif words and words[0] in program.commands:
                found.append(words)
    return found


def wrong_commands(commands: Iterable[list[str]]) -> list[str]:
    """Return those that the program does not know, or whose options it does not know."""
    return [" ".join(words) for words in commands if not _is_known(words)]


def _is_known(words: list[str]) -> bool:
    command: click.Command = program
    rest = list(words)
    while rest and isinstance(command, click.Group) and rest[0] in command.commands:
        command = command.commands[rest.pop(0)]
    if rest and isinstance(command, click.Group) and not rest[0].startswith("-"):
        return False
    known = {name for each in command.params for name in each.opts} | {"--help", "--version"}
    return all(word in known for word in rest if word.startswith("--"))


def missing_rooms(text: str) -> list[str]:
    """Return the rooms whose door-plate does not stand in the picture of the house."""
    plates = modules("caseflow")
    rooms = [path for path in plates if path.name == "__init__.py" and len(path.parts) == 3]
    return [
        path.parts[1]
        for path in rooms
        if not re.search(rf"\| `{path.parts[1]}` \| {re.escape(_sentence(path))} \|", text)
    ]


def _sentence(path: Path) -> str:
    found = re.match(r'"""(.+?)"""', (ROOT / path).read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, path
    return found[1]


def lost_paths(text: str, beside: Path) -> list[str]:
    """Return the files and folders that a book names and nobody finds."""
    named = {
        each for each in code_in(text) if re.fullmatch(r"(caseflow|tests|config)/[^\s<>]+", each)
    }
    linked = {str((beside / each).as_posix()) for each in _LINK.findall(text) if ":" not in each}
    there = {path.as_posix() for path in files()}
    folders = {parent.as_posix() for path in files() for parent in path.parents}
    return sorted(path for path in named | linked if path.rstrip("/") not in there | folders)


def listed_settings(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the settings as `caseflow doctor` lists them."""
    for name in _SETTING.findall(book(README)):
        monkeypatch.delenv(name, raising=False)
    return {each.name for each in read_environment().listing}


def test_every_room_stands_in_the_picture_of_the_house() -> None:
    assert missing_rooms(book(HOUSE)) == []


def test_a_missing_room_is_found() -> None:
    assert "vault" in missing_rooms(book(HOUSE).replace("| `vault` |", "| `cellar` |"))
    assert "vault" in missing_rooms(book(HOUSE).replace("decide, trace, then open", "open"))


@pytest.mark.parametrize("name", BOOKS)
def test_every_path_in_a_book_is_there(name: str) -> None:
    assert lost_paths(book(name), Path(name).parent) == []


def test_a_lost_path_is_found() -> None:
    text = "`caseflow/none.py`, `tests/architecture/`, [x](LICENSE) and [y](none.md)"
    assert lost_paths(text, Path()) == ["caseflow/none.py", "none.md"]


def test_every_command_of_the_readme_is_known() -> None:
    commands = commands_in(book(README))
    assert wrong_commands(commands) == []
    assert {words[0] for words in commands if words} == set(program.commands)


@pytest.mark.parametrize("words", [["none"], ["db", "none"], ["demo", "--none"], ["serve", "--x"]])
def test_a_wrong_command_is_found(words: list[str]) -> None:
    assert wrong_commands([words, ["demo"], ["db", "check"]]) == [" ".join(words)]


@pytest.mark.parametrize("name", sorted(program.commands))
def test_every_command_helps(name: str) -> None:
    command = program.commands[name]
    below = list(command.commands) if isinstance(command, click.Group) else []
    for path in ([name], *([name, each] for each in below)):
        answer = CliRunner().invoke(program, [*path, "--help"])
        assert answer.exit_code == 0
        assert answer.output.startswith("Usage:")


def test_the_readme_names_the_settings_that_doctor_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    named = set(_SETTING.findall(book(README))) - {VARIABLE}  # of the tests, and no setting
    listed = listed_settings(monkeypatch)
    assert {name.removesuffix("_FILE") for name in named} == listed


def test_the_picture_is_wide_and_light() -> None:
    assert f"]({PICTURE})" in book(README)
    raw = (ROOT / PICTURE).read_bytes()
    width, height = struct.unpack(">II", raw[16:24])
    assert raw.startswith(_PNG)
    assert len(raw) <= 200_000
    assert (width, height > 600) == (1280, True)


def test_the_log_ins_of_the_demo_are_those_it_makes() -> None:
    people = texts("caseflow/cli/demo", suffix="people.py")
    made = set(re.findall(r'Person\(\s*"([a-z]+)"', "".join(people.values())))
    assert set(re.findall(r"`([a-z]+)@demo\.example`", book(README))) == made


def test_the_readme_promises_no_more_than_there_is() -> None:
    too_much = r"zero.knowledge|unbreakable|military|100 ?% secure"
    assert re.search(too_much, book(README), re.IGNORECASE) is None
