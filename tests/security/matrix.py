"""Try every route as everybody, about a client in each state of consent; nothing of it is kept.

What an answer comes to is one sign:
`.` came in, whatever is said of what was sent, `!` and was told both of her words, `~` one of them;
`4` closed or not there, `3` not for this role, `1` nobody is logged in, `>` led to the log-in or to
the choice of a unit first, `0` no unit was named. Forms that ask about nobody yet
are alike for all.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unittest.mock import patch
from zlib import crc32

from flask import Flask
from werkzeug.routing import Rule

from caseflow.app import Caseflow
from caseflow.database.unit_of_work import Work
from tests.factories.application import LOOPBACK, Visitor, token_on
from tests.factories.programs import API, Program
from tests.factories.scale import scaled
from tests.security.matrix_house import EVERYBODY, STATES, TOLD, Subject

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

REFUSALS = {400: "0", 401: "1", 403: "3", 404: "4"}
FIRST = ("/log-in", "/unit")  # where whoever may not come in yet is led
QUERIES = {
    "web.new_letter": "?template=free",
    "api.get_handovers": "?direction=in",
    "api.get_statistics_report": "?year=2025",
    "api.get_audit_breach": "?since=2026-01-01T00:00:00Z"
    "&staff=00000000-0000-4000-8000-000000000001",
    "api.get_audit_proofs_inclusion": "?index=0&size=1",
    "api.get_audit_proofs_consistency": "?first=1&second=2",
}
FILES = {
    "web.static": {"name": "caseflow.css"},
    "web.chapter": {"chapter": "everybody"},
    "web.font": {"name": "AtkinsonHyperlegible-Bold.ttf"},
}
HERS = frozenset(
    {
        "client",
        "consent",
        "goal",
        "emergency",
        "exception",
        "handover",
        "wall",
        "entry",
        "copy",
        "case",
        "pair",
        "guardian",
        "link",
        "disclosure",
        "document",
        "appointment",
    }
    | {"received"}  # a consent of another system
)
# What a form must hold so that it is asked at all whether somebody may send it.
_WHY = {"reason": "Nachfrage"}
FORMS: dict[str, dict[str, str]] = {
    **dict.fromkeys(
        (
            "web.send_client",
            "web.send_story",
            "web.send_versions",
            "web.send_corrections",
            "web.send_correction",
            "web.send_settling",
            "web.send_documents",
            "web.send_appointments",
            "web.send_document_file",
            "web.send_intake_reason",
            "web.send_letters",
            "web.send_consents",
            "web.send_declarations",
            "web.send_drawn",
            "web.send_receipt",
            "web.send_disclosures",
            "web.send_told",
            "web.ask_signed_receipt",
            "web.send_case",
            "web.send_close_case",
            "web.send_family",
            "web.send_decline",
        ),
        _WHY,
    ),
    "web.send_assignment": {"generation": "1"},
    "web.send_deserted": {"generation": "1"},
    "web.send_document": {"version": "1"},
    "web.delete_document": {"version": "1"},
    "web.send_appointment": {"version": "1"},
    "web.send_appointment_state": {"state": "cancelled", "version": "1"},
    "web.send_goal_state": {"state": "reached", "version": "1"},
    "web.send_guardian": {"version": "1", "name": "Beispiel", "authority": "none"},
    "web.send_block": {"version": "1", "blocked": "other"},
    "web.send_unblock": {"version": "1"},
    "web.language": {"language": "de"},
    "web.keys": {"keys": "on"},
}


@dataclass(frozen=True)
class Door:
    """A way in: a method and an address."""

    method: str
    rule: Rule

    @property
    def name(self) -> str:
        """Return it as the table of what is expected spells it."""
        return f"{self.method} {self.rule.rule}"

    @property
    def about_her(self) -> bool:
        """Say whether the address names something of a client."""
        return bool(self.rule.arguments & HERS)


class Knocker:
    """Somebody at her browser and with her program, or nobody; nothing is remembered in between."""

    def __init__(self, app: Flask, name: str, language: str = "de") -> None:
        known = name != "nobody"
        visitor = Visitor(app)
        self._program = Program(app, name if known else "")
        if known:
            visitor.log_in(name)
            visitor.look("/")  # what is due is done before anything is counted
        self._token = token_on(visitor.look("/password" if known else "/log-in").text)
        held = [
            visitor.browser.get_cookie(each, "127.0.0.1") for each in ("caseflow", "caseflow-form")
        ]
        cookies = "; ".join(f"{each.key}={each.value}" for each in held if each is not None)
        self._headers = {
            "Sec-Fetch-Site": "same-origin",
            "Cookie": cookies,
            "Accept-Language": language,
        }
        self._browser = app.test_client(use_cookies=False)

    def knock(
        self, method: str, address: str, typed: Mapping[str, str | list[str]]
    ) -> "TestResponse":
        """Send as little as possible: whether she comes in does not hang on what she says."""
        if address.startswith(API):
            body = dict(typed) or (None if method in {"GET", "DELETE"} else {})
            return self._program.send(method, address.removeprefix(API), body)
        return self._browser.open(
            address,
            method=method,
            data=None if method == "GET" else {"csrf_token": self._token, **typed},
            headers=self._headers,
            base_url=LOOPBACK,
            buffered=True,
        )


def doors(app: Flask) -> list[Door]:
    """Return every route with every method of its own."""
    found = [
        Door(method, rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    ]
    return sorted(found, key=lambda door: (door.rule.rule, door.method))


@dataclass(frozen=True)
class Street:
    """All doors, everybody before them, and what their addresses may name."""

    app: Flask
    everyone: dict[str, Knocker]
    subjects: dict[str, Subject]
    others: dict[str, object]
    table: dict[str, list[str]] = field(default_factory=dict)  # what is expected, as far as known

    def line(self, door: Door) -> list[str]:
        """Return what everybody is told at a door."""
        cells = self.table.get(door.name) or [""] * len(EVERYBODY)
        return [
            signs(
                self.everyone[name],
                door,
                [self.address(door, self.subjects[each]) for each in states(door, name, cell)],
            )
            for name, cell in zip(EVERYBODY, cells, strict=True)
        ]

    def address(self, door: Door, subject: Subject) -> str:
        """Return the address of a door with the ids of what there is of a client."""
        ids = {**self.others, **FILES.get(door.rule.endpoint, {}), **subject.ids}
        assert door.rule.arguments <= ids.keys(), f"{door.name} names what no id is known of here"
        values = {name: ids[name] for name in door.rule.arguments}
        return self.app.url_map.bind("127.0.0.1").build(
            door.rule.endpoint, values, method=door.method
        )


def states(door: Door, name: str, cell: str) -> tuple[str, ...]:
    """Return the states of consent in which somebody is asked to come in at a door.

    Where the table tells of one sign she is told the same in all: asked are the state that opens
    most and one of the others, which hangs on door and person; in a greater run, all of them.
    """
    if not door.about_her:
        return STATES[:1]
    if len(cell) != 1 or scaled(1) > 1:
        return STATES
    rest = [state for state in STATES if state != "active"]
    return ("active", rest[crc32(f"{door.name} {name}".encode()) % len(rest)])


def computed(street: Street, *names: str) -> dict[str, list[str]]:
    """Return what everybody is told at every door, or at these, and keep nothing of it."""
    with nothing_kept():
        return {
            door.name: street.line(door)
            for door in doors(street.app)
            if not names or door.name in names
        }


def read_table(text: str) -> dict[str, list[str]]:
    """Return what a table expects: after the names of the columns, one line for each door."""
    rows = [line.replace("|", " ").split() for line in text.splitlines() if line.strip()]
    assert tuple(rows[0]) == EVERYBODY
    return {" ".join(row[:2]): row[2:] for row in rows[1:]}


def signs(who: Knocker, door: Door, addresses: list[str]) -> str:
    """Return one sign where all states are alike, else that of each."""
    query, typed = QUERIES.get(door.rule.endpoint, ""), FORMS.get(door.rule.endpoint, {})
    found = "".join(sign(who.knock(door.method, each + query, typed)) for each in addresses)
    return found[0] if len(set(found)) == 1 else found


def sign(answer: "TestResponse") -> str:
    """Return what an answer comes to."""
    assert answer.status_code < 500, answer.text
    if answer.status_code in REFUSALS:
        return REFUSALS[answer.status_code]
    if answer.status_code == 303 and answer.location.partition("?")[0] in FIRST:
        return ">"
    text = answer.get_data().decode(errors="replace")
    return ".~!"[sum(word in text for word in TOLD.values())]


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Let every request see what it wrote, and leave nothing of it behind."""

    def finish(work: Work) -> None:
        work.session.flush()
        work.session.expunge_all()

    # What is not kept gets no place in the tree either: that would take a third of the time.
    with (
        patch.object(Work, "finish", finish),
        patch.object(Caseflow, "_may_have_staged", lambda _: False),
    ):
        yield
