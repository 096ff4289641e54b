"""Import some lines in one transaction: each line whole or not at all, and once."""

from collections.abc import Sequence
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseflow.database.tables.imports import ImportedLine
from caseflow.database.unit_of_work import Work
from caseflow.records.add_clients import NewClient, add_clients
from caseflow.records.imports.check_line import Checked, check_line
from caseflow.records.imports.read_line import Line
from caseflow.records.put_facts import rules_of
from caseflow.vault.again import again
from caseflow.vault.begin_again import begin_again
from caseflow.vault.contents import joined
from caseflow.vault.line_tags import line_tags
from caseflow.vault.permit import Deeds, Permit, trace
from caseflow.vault.permit_newcomers import permit_newcomers
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Invalid, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id

TOGETHER = 25  # lines in one transaction: others wait for the database no longer than for a page


class Outcome(StrEnum):
    """What became of a line."""

    IMPORTED = "imported"
    ALREADY = "already"  # the same line has been imported before
    SOUND = "sound"  # it would be imported


def import_lines(
    work: Work, actor: Actor, lines: Sequence[Line], *, try_only: bool = False
) -> list[Outcome | Invalid] | Refused:
    """Import the sound ones of some lines; returns what became of each, in their order.

    With `try_only` nothing is written, whatever the outcome. Raises Stale when other imports were
    faster every time.
    """

    def once() -> list[Outcome | Invalid] | Refused:
        found = _look(work, actor, lines)
        sound = [each for each in found if isinstance(each, Checked)]
        # Asked for in any case: whoever may import nothing learns nothing.
        given = permit_newcomers(work, actor, [new_id() for _ in sound] or [new_id()])
        if isinstance(given, Refused):
            return given
        if try_only or not sound:
            begin_again(work)
        else:
            _write(work, given, sound)
        done = Outcome.SOUND if try_only else Outcome.IMPORTED
        return [done if isinstance(each, Checked) else each for each in found]

    return again(work, once) if lines else []


def _look(work: Work, actor: Actor, lines: Sequence[Line]) -> list[Checked | Outcome | Invalid]:
    rules = rules_of(work, actor)
    known = _known(work, actor.unit, lines)
    found: list[Checked | Outcome | Invalid] = []
    for line in lines:
        if line.text in known:
            found.append(Outcome.ALREADY)
            continue
        checked = check_line(work, rules, line)
        found.append(checked)
        if isinstance(checked, Checked):
            known.add(line.text)  # the same line further down is imported already
    return found


def _known(work: Work, unit: UUID, lines: Sequence[Line]) -> set[str]:
    """Return the texts of those lines that the unit has imported before."""
    texts = {tag: line.text for line in lines for tag in line_tags(work, unit, line.text)}
    found = select(ImportedLine.tag).where(
        ImportedLine.unit_id == unit, ImportedLine.tag.in_(list(texts))
    )
    return {texts[tag] for tag in work.session.scalars(found)}


def _write(work: Work, given: Sequence[Permit], lines: Sequence[Checked]) -> None:
    _keep_tags(work, given, lines)
    clients = [
        NewClient(each, line.facts, line.entries) for each, line in zip(given, lines, strict=True)
    ]
    added = add_clients(work, clients)
    for each, line, (_, deeds) in zip(given, lines, added, strict=True):
        trace(work, each, joined(deeds, Deeds(details={"line": str(line.number)})))


def _keep_tags(work: Work, given: Sequence[Permit], lines: Sequence[Checked]) -> None:
    """Add the tags; raises Stale when another import had one of the lines at the same time."""
    rows = [
        ImportedLine(
            unit_id=each.actor.unit,
            tag=line_tags(work, each.actor.unit, line.text)[0],
            client_id=each.ask.client,
            imported_at=work.clock.now(),
        )
        for each, line in zip(given, lines, strict=True)
    ]
    work.session.add_all(rows)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale(ImportedLine.__tablename__) from error
