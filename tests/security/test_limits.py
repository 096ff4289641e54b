"""The book tells the limits that hold, figure by figure."""

import re
from datetime import timedelta

import pytest

from caseflow.app import _MOST_BYTES
from caseflow.cleaning.wait_turn import AT_ONCE, PATIENCE, WITH_WAITING
from caseflow.identity.challenges import LASTS
from caseflow.identity.check_password import LEAST, MOST
from caseflow.records.imports.check_package import MOST_UNPACKED
from caseflow.records.imports.read_file import MOST_BYTES
from caseflow.records.imports.read_workbook import MOST_ROWS
from caseflow.vocabulary.configuration import Throttle
from caseflow.vocabulary.questions.answer_types import MOST_COLUMNS
from caseflow.vocabulary.questions.files import MOST_FILES
from caseflow.vocabulary.questions.tables import MOST_ROWS as MOST_TABLE_ROWS
from tests.architecture.tree import ROOT
from tests.factories.house import configuration
from tests.unit.http.test_room_sentences import codes

BOOK = ROOT / "caseflow" / "ARCHITECTURE.md"
MIB = 1024 * 1024
MB = 1_000_000


def expected() -> dict[str, list[str]]:
    """Return the figures of each line, in their order."""
    limits, factor = configuration().limits, configuration().second_factor
    drafts = configuration().drafts
    return {
        "failed log-ins in a row at one address": throttled(limits.login),
        "the same in a browser that she has logged in with before": [
            str(limits.login_known_browser)
        ],
        "wrong client codes, per staff member": throttled(limits.lookup),
        "different clients opened within an hour, per staff member": [str(limits.reading.clients)],
        "a session without a request": [minutes(limits.session_idle)],
        "a session": [str(limits.session_absolute // timedelta(hours=1))],
        "a second factor as just shown": [minutes(factor.fresh)],
        "a first log-in's second step, a question for a passkey": [minutes(LASTS)],
        "an invitation, which works once": [str(limits.invitation.days)],
        "a desk": [minutes(limits.desk)],
        "one request, and with it a file with consents of another system (FHIR as JSON)": [
            str(_MOST_BYTES // MIB)
        ],
        "a password": [str(LEAST), str(MOST)],
        "a draft of a form": [
            *(str(drafts.size // 1000), str(drafts.most), str(drafts.kept.days)),
        ],
        "an attached file": [
            str(limits.documents.size // MB),
            str(limits.documents.pixels // MB),
            str(limits.documents.pages),
            *(str(each // MB) for each in (limits.documents.unpacked, limits.documents.memory)),
            str(limits.documents.seconds),
        ],
        "files cleaned in one process of the server": [
            *(str(each) for each in (AT_ONCE, WITH_WAITING - AT_ONCE, PATIENCE))
        ],
        "an answer that is a table, one that is files": [
            *(str(each) for each in (MOST_TABLE_ROWS, MOST_COLUMNS, MOST_FILES))
        ],
        "a sheet to import (.xlsx or CSV)": [
            str(MOST_BYTES // MIB),
            str(MOST_UNPACKED // MIB),
            str(MOST_ROWS),
        ],
    }


def throttled(limit: Throttle) -> list[str]:
    delays = (limit.first_delay, limit.longest_delay)
    seconds = [str(int(each.total_seconds())) for each in delays]
    return [str(limit.free), *seconds, str(limit.most)]


def minutes(lasting: timedelta) -> str:
    return str(lasting // timedelta(minutes=1))


def figures(text: str) -> dict[str, list[str]]:
    """Return the figures in the second cell of each line of the table of limits."""
    table = text.partition("## What is limited")[2].partition("\n\n**")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| ")]
    return {what.strip(): re.findall(r"\d+", most.replace(",", "")) for what, most in rows}


def test_the_book_tells_the_limits_that_hold() -> None:
    unlimited: dict[str, list[str]] = {"what": [], "sessions of one person": []}
    assert figures(BOOK.read_text(encoding="utf-8")) == {**expected(), **unlimited}


def test_what_must_fit_together_is_told_by_codes_that_are_given() -> None:
    table = BOOK.read_text(encoding="utf-8").partition("**What must fit together.**")[2]
    rows = [line for line in table.partition("\n\n**")[0].splitlines() if line.startswith("| ")]
    told = [set(re.findall(r"`([a-z_]+)`", row)) for row in rows[1:]]
    assert len(told) > 5
    assert all(told)
    assert set().union(*told) - codes() - {"required"} == set()


def test_a_wrong_figure_is_found() -> None:
    text = BOOK.read_text(encoding="utf-8")
    assert figures(text.replace("| 15 minutes |", "| 20 minutes |")) != figures(text)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("The ways in are", ("second factor", "interface for programs", "command line")),
        ("What costs most", ("password", "search", "log", "sheet")),
        ("**What is written down.**", ("database", "stderr", "UTC", "[retention.consent_and_log]")),
        ("**Who is spoken to.**", ("database", "TLS", "OpenID", "sessions", "Nobody else")),
    ],
)
def test_the_book_tells_it(of: str, words: tuple[str, ...]) -> None:
    told = BOOK.read_text(encoding="utf-8").partition(of)[2].partition("\n\n")[0]
    assert told
    assert [word for word in words if word not in told] == []
