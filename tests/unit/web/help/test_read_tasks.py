"""The texts of help name only what there is: words on the screen, commands, figures, each other."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import unpack

import click
import pytest

import caseflow.web
from caseflow.cli.program import program
from caseflow.settings.read_configuration import read_configuration
from caseflow.web.chapters import CHAPTERS
from caseflow.web.help.handbook_page import figures
from caseflow.web.help.read_tasks import HEIGHT, WIDTH, Span, Task, read_tasks
from tests.machine.catalogues import german

PICTURES = Path(caseflow.web.__file__).parent / "static" / "pictures"
PALETTE, MOST = 3, 600_000  # kind of colour in a PNG; bytes of all
FIGURES = figures(read_configuration())


def texts(language: str) -> Mapping[str, Task]:
    """Return all that help says in a language."""
    return read_tasks(language, *CHAPTERS, "accessibility", values=FIGURES)


def test_a_text_is_headings_paragraphs_steps_and_points() -> None:
    told = read_tasks("de", "everybody", values=FIGURES)["lost"]
    assert told.title == "Der Computer oder das Telefon ist weg"
    assert [part.kind for part in told.parts] == ["steps", "paragraph"]
    first = told.parts[0].lines[0]
    assert first[1] == Span("shown", "Sicherheit")
    assert "Alle anderen beenden" in told.shown
    assert read_tasks("de", "everybody", values=FIGURES)["away"].parts[0].kind == "points"
    typed = read_tasks("en", "administrator", values=FIGURES)["nightly"].parts[0].lines[0]
    assert typed == (
        Span("plain", "From cron, every night: "),
        Span("typed", "caseflow settle"),
        Span("plain", " and "),
        Span("typed", "caseflow backup --to FOLDER"),
    )


def test_whoever_reads_another_language_gets_the_english() -> None:
    assert texts("fr") == texts("en")


def test_each_task_of_a_chapter_is_told_once_and_in_both_languages() -> None:
    wanted = {task for each in CHAPTERS.values() for task in each.tasks}
    stated = {"state", "gaps", "tested", "feedback", "enforcement"}
    for language in ("de", "en"):
        known = texts(language)
        assert set(known) == wanted | stated
        counted = [len(read_tasks(language, name, values=FIGURES)) for name in CHAPTERS]
        assert sum(counted) == len(wanted)
        assert all(task.parts for task in known.values())


def test_the_words_on_the_screen_stand_in_the_catalogue_in_both_languages_alike() -> None:
    spoken: dict[str, set[str]] = {}
    for each in german():
        spoken.setdefault(str(each.id), set()).add(str(each.string))
    english, translated = texts("en"), texts("de")
    wrong = [
        f"{key}: {word}"
        for key, task in english.items()
        for word in task.shown
        if not spoken.get(word, set()) & set(translated[key].shown)
    ]
    assert wrong == []
    counted = {key: (len(task.shown), len(translated[key].shown)) for key, task in english.items()}
    assert {key: each for key, each in counted.items() if each[0] != each[1]} == {}


def test_the_pictures_are_there_small_and_of_the_size_that_the_page_leaves_for_them() -> None:
    named = {language: _pictures(language) for language in ("de", "en")}
    assert len(named["de"]) == len(named["en"]) > 1
    files = [PICTURES / name for each in named.values() for name in each]
    for file in files:
        head = file.read_bytes()[:26]
        assert unpack(">II", head[16:24]) == (WIDTH, HEIGHT), file.name
        assert head[25] == PALETTE, file.name
    assert sum(file.stat().st_size for file in files) < MOST
    assert {file.name for file in PICTURES.glob("help-*")} == {file.name for file in files}


def test_the_commands_are_there() -> None:
    named = Counter(_typed("en"))
    assert named == Counter(_typed("de"))
    commands = [each for each in named if each.startswith("caseflow ")]
    assert "caseflow recovery renew" in commands
    assert [each for each in commands if not _is_command(each)] == []


@pytest.mark.parametrize("told", ["caseflow reboot", "caseflow keys forget", "caseflow serve --x"])
def test_a_command_that_is_not_there_is_found(told: str) -> None:
    assert not _is_command(told)


def test_the_figures_are_the_providers() -> None:
    told = read_tasks("en", "intake", values={**FIGURES, "emergency_hours": "97"})["emergency"]
    assert "97 hours" in str(told)
    with pytest.raises(KeyError):
        read_tasks("en", "intake", values={})


def _pictures(language: str) -> list[str]:
    """Return the files of pictures, each of which says in words what it shows."""
    parts = (part for task in texts(language).values() for part in task.parts)
    found = [part for part in parts if part.picture]
    assert all(part.kind == "picture" and part.lines[0][0].text for part in found)
    return [part.picture for part in found]


def _typed(language: str) -> Iterator[str]:
    for task in texts(language).values():
        spans = (span for part in task.parts for line in part.lines for span in line)
        yield from (span.text for span in spans if span.kind == "typed")


def _is_command(told: str) -> bool:
    """Say whether words and options of a command are known to it."""
    words = told.split()[1:]
    command: click.Command = program
    while isinstance(command, click.Group):
        found = command.commands.get(words.pop(0) if words else "")
        if found is None:
            return False
        command = found
    known = {name for each in command.params for name in each.opts}
    return {word for word in words if re.match("--", word)} <= known
