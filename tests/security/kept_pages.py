"""The pages that everybody is shown: gone to once in a run, for all that look at them."""

from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.machine.kept import Kept
from tests.security.page_journeys import Start, journeys
from tests.security.page_walk import Shown, peopled_street, walk


def german(kept: Kept) -> tuple[list[Shown], list[Shown]]:
    """Return the pages that somebody sees who looks or sends too little, and those behind forms."""
    walked, behind_forms = kept.once("german pages", _in_german)
    return _read(walked), _read(behind_forms)


def english(kept: Kept) -> list[Shown]:
    """Return the pages that somebody sees who looks."""
    return _read(kept.once("english pages", _in_english))


def _in_german() -> list[list[dict[str, Any]]]:
    with TemporaryDirectory() as folder, peopled_street(Path(folder)) as (house, street):
        walked = [asdict(each) for each in walk(street, "de")]
        start = Start(house, street.app, street.subjects, str(street.others["token"]))
        return [walked, [asdict(each) for each in journeys(start)]]


def _in_english() -> list[dict[str, Any]]:
    with TemporaryDirectory() as folder, peopled_street(Path(folder)) as (_, street):
        return [asdict(each) for each in walk(street, "en", sending=False)]


def _read(pages: list[dict[str, Any]]) -> list[Shown]:
    return [Shown(**each) for each in pages]
