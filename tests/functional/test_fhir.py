"""Every consent and every entry of the log of the demo is valid FHIR, in both releases."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy import select

from caseflow.audit.look import LogFilter, entries
from caseflow.cli.demo.folder import ROOT_KEY
from caseflow.consents.views import ConsentView, view_of
from caseflow.database.tables.consents import Consent
from caseflow.database.unit_of_work import Work
from caseflow.identity.units import list_units
from caseflow.operations.engine_at import engine_at
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.open_installation import open_installation
from caseflow.oversight.audit_events import audit_events
from caseflow.oversight.log_lines import LogLine, log_lines
from caseflow.settings.read_configuration import read_configuration
from caseflow.subject_rights import consent_r4, consent_r5
from caseflow.subject_rights.consent_parts import Named
from caseflow.vocabulary.clock import SystemClock
from caseflow.vocabulary.fhir import Release
from tests.factories.demo import WalkedDemo
from tests.factories.fhir import checked

_MADE = {Release.R4: consent_r4.consent, Release.R5: consent_r5.consent}


@pytest.fixture
def work(walked_demo: WalkedDemo) -> Iterator[Work]:
    """Yield a unit of work in the demo, with no person's key."""
    root = bytes.fromhex((walked_demo.folder / ROOT_KEY).read_text().strip())
    with engine_at(f"sqlite:///{walked_demo.folder / 'caseflow.sqlite3'}") as engine:
        configuration = read_configuration(walked_demo.folder / "config")
        opened = open_installation(engine, OutsideKeys(root, None), configuration, SystemClock())
        begun = opened.begin("test")
        yield begun
        begun.put_away()


def _views(work: Work, at: datetime) -> list[tuple[Consent, ConsentView]]:
    rows = work.session.scalars(select(Consent)).all()
    units = [unit.id for unit in list_units(work)]
    seen = ((row, view_of(row, unit, at, ())) for row in rows for unit in units)
    return [(row, view) for row, view in seen if view is not None]


@pytest.mark.parametrize("release", Release)
def test_every_consent_as_every_unit_sees_it(work: Work, release: Release) -> None:
    names = {unit.id: unit.name for unit in list_units(work)}
    views = _views(work, work.clock.now())
    assert len(views) > 3
    for row, view in views:
        named = Named(row.client_id, names, work.configuration)
        checked(_MADE[release](view, named), release)


@pytest.mark.parametrize("release", Release)
def test_every_entry_of_the_log(work: Work, release: Release) -> None:
    told: list[LogLine] = list(log_lines(work, entries(work, LogFilter(), None, 100_000)))
    assert len(told) > 100
    made = [checked(each, release) for each in audit_events(told, release, work.installation)]
    assert len({each["id"] for each in made}) == len(made) >= len(told)
