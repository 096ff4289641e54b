"""Everybody at every page: what is shown when one looks, and when one sends too little.

Taken from the map of all addresses, so that a new page is among them by itself. What only a form
that is whole leads to is reached by the journeys of `page_journeys`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, template_rendered
from jinja2 import Template

from tests.factories.application import application
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.security.matrix import FORMS, QUERIES, Door, Knocker, Street, doors, nothing_kept
from tests.security.matrix_house import peopled, subjects
from tests.security.test_matrix import others

OK = 200
STATE = "active"  # of the consent of whom the pages are about
WALKERS = (
    "nobody",
    "administrator",
    "officer",
    "unchosen",
    "caseworker-giver",
    "lead-giver",
    "intake-giver",
    "caseworker-receiver",
    "lead-receiver",
    "intake-receiver",
)
# What has to be asked for before a page is the one that is worked with.
_ASKED = {**QUERIES, "web.new_consent": "?language=de&whole=yes"}


@dataclass(frozen=True)
class Shown:
    """A page as somebody was shown it."""

    door: str
    template: str
    status: int
    language: str
    text: str
    who: str = ""  # in the words of the matrix; a journey has nobody of it


@contextmanager
def peopled_street(folder: Path) -> Iterator[tuple[House, Street]]:
    """Yield a house of its own with all its doors, and nobody before them yet."""
    house = peopled(f"sqlite:///{folder / 'caseflow.db'}")
    known = subjects(house)
    integrated(house)
    yield house, Street(application(house), {}, known, others(house))
    house.close()


def walkers(app: Flask, language: str) -> dict[str, Knocker]:
    """Return people in every role, who read this language."""
    return {name: Knocker(app, name, language) for name in WALKERS}


def walk(street: Street, language: str, *, sending: bool = True) -> Iterator[Shown]:
    """Yield every page that anybody is shown, each once; nothing of it is kept.

    Without `sending` nobody sends anything. What is whole and no page of ours, a file of some
    kind, comes without template and text.
    """
    street.everyone.update(walkers(street.app, language))
    met: set[int] = set()
    with nothing_kept(), rendered() as templates:
        for door in doors(street.app):
            if not door.rule.endpoint.startswith("web.") or (door.method != "GET" and not sending):
                continue
            for name in street.everyone:
                shown = _shown(street, door, name, language, templates)
                key = hash(shown.text or shown.door)
                if (shown.template or shown.status == OK) and key not in met:
                    met.add(key)
                    yield shown


def way(street: Street, door: Door) -> str:
    """Return the address behind which a door shows the page that is worked with."""
    return street.address(door, street.subjects[STATE]) + _ASKED.get(door.rule.endpoint, "")


def _shown(street: Street, door: Door, who: str, language: str, templates: list[str]) -> Shown:
    address = way(street, door)
    templates.clear()
    typed = FORMS.get(door.rule.endpoint, {})
    answer = street.everyone[who].knock(door.method, address, typed)
    template, text = (templates[0], answer.text) if templates else ("", "")
    return Shown(door.name, template, answer.status_code, language, text, who)


@contextmanager
def rendered() -> Iterator[list[str]]:
    """Yield a list into which the name of each page's template is written."""
    names: list[str] = []

    def note(_app: Flask, template: Template, **_: object) -> None:
        names.append(str(template.name))

    with template_rendered.connected_to(note):
        yield names
