"""Acts of people who do their work, each answering with what she got to see."""

from datetime import timedelta
from typing import cast

from sqlalchemy import Engine, func, select

from caseflow.audit.record import record_alarms
from caseflow.audit.verify import verify
from caseflow.consents.received import list_received
from caseflow.database.sealed_rows import change
from caseflow.database.tables.consents import GrantDue
from caseflow.database.tables.drawers import Drawer, Envelope
from caseflow.database.tables.records import Entry
from caseflow.database.unit_of_work import Work
from caseflow.exceptions import list_all_apart
from caseflow.handovers import Direction, list_handovers
from caseflow.identity.invitations import open_invitation
from caseflow.identity.log_in import log_in
from caseflow.identity.resume import resume
from caseflow.identity.sessions import LoggedIn
from caseflow.identity.units import list_units
from caseflow.keys.drawer_keys import revoke
from caseflow.keys.outside_keys import present_secret
from caseflow.keys.trustee import drawer_key_by_trustee
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.open_installation import open_installation
from caseflow.records import look_up_client
from caseflow.subject_rights.erasure.last_copy import load_backups
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask, Deeds, Permit, permit, trace
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done
from caseflow.vocabulary.errors import BadConfiguration, BrokenKey
from tests.factories.clients import Known
from tests.factories.house import CHEAP, PASSWORD, ROOT, TRUSTEE, House, StoppedClock
from tests.security.filled_house import Filled


def entered(house: House, name: str) -> tuple[Work, Actor | None]:
    """Log in as somebody who belongs to one unit."""
    work = house.work()
    begun = log_in(work, f"{name}@example.org", PASSWORD)
    record_alarms(work)
    work.finish()
    if not isinstance(begun, LoggedIn):
        return work, None
    who = resume(work, begun.token)
    record_alarms(work)
    work.finish()
    return work, who if isinstance(who, Actor) else None


def story(house: House, life: Filled) -> set[str]:
    """Let the shelter's caseworker log in and read the story."""
    return _read(house, "frieda", life.known)


def shelter(house: House, life: Filled) -> set[str]:
    """Let the shelter's caseworker, who has logged in before, read the story."""
    frieda = house.actor("frieda", "frauenhaus")
    return _seen_by(house.work(frieda), frieda, life.known)


def counsellor(house: House, life: Filled) -> set[str]:
    """Let her counsellor read the story, who needs nothing but her own unit and case."""
    berta = house.actor("berta", "beratung")
    return _seen_by(house.work(berta), berta, life.known)


def merged(house: House, life: Filled) -> set[str]:
    """Let her counsellor read one of two records of one person."""
    berta = house.actor("berta", "beratung")
    return _seen_by(house.work(berta), berta, life.merged)


def walled(house: House, life: Filled) -> set[str]:
    """Let the shelter's caseworker try to read the story of whom she must never meet."""
    return _read(house, "frieda", life.walled)


def by_code(house: House, life: Filled) -> set[str]:
    """Look her up by the code on her card."""
    work, ida = entered(house, "ida")
    assert ida is not None
    cast("StoppedClock", house.around.clock).advance(timedelta(seconds=30))  # failures slow down
    answer = look_up_client(work, ida, life.known.code)
    _leave(work)
    return {"desk"} if isinstance(answer, Done) else set()


def at_the_desk(house: House, life: Filled) -> set[str]:
    """Do at the desk what may be done at a desk."""
    work = house.work(life.ida)
    given = permit(work, life.ida, Ask(Act.REFUSAL_RECORD, life.known.id))
    permitted = isinstance(given, Permit)
    if isinstance(given, Permit):
        trace(work, given, Deeds())
    _leave(work)
    return {"desk"} if permitted else set()


def waiting(house: House, _life: Filled) -> set[str]:
    """Let the owning unit hand out the keys that wait, and let them wait again."""
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    before = _envelopes(work)
    settle(work, berta)
    handed_out = _envelopes(work) > before
    _leave(work)
    if handed_out:
        _wait_again(house)
    return {"hands out"} if handed_out else set()


def received(house: House, life: Filled) -> set[str]:
    """List what other systems sent for her."""
    berta = house.actor("berta", "beratung")
    answer = list_received(house.work(berta), berta, life.known.id)
    return {"waits"} if isinstance(answer, Disclosed) and answer.value else set()


def inbox(house: House, _life: Filled) -> set[str]:
    """List the handovers that wait for housing."""
    work, ida = entered(house, "ida")
    assert ida is not None
    answer = list_handovers(work, ida, Direction.IN)
    _leave(work)
    assert isinstance(answer, Disclosed)
    return {each.slip.note for each in answer.value if each.slip is not None}


def start(house: House, _life: Filled) -> set[str]:
    """Start the server."""
    around = house.around
    outside = OutsideKeys(ROOT, TRUSTEE, CHEAP)
    try:
        database = cast("Engine", house.sessions.kw["bind"])  # where a change was not committed too
        open_installation(database, outside, around.configuration, around.clock)
    except BadConfiguration:
        return set()
    return {"starts"}


def backups(house: House, _life: Filled) -> set[str]:
    """Ask for the backups that can bring somebody back."""
    work = house.work()
    found = load_backups(work)
    _leave(work)
    return {"known"} if found.sound else set()


def invited(house: House, life: Filled) -> set[str]:
    """Follow the link of an invitation."""
    work = house.work()
    found = open_invitation(work, life.invitation)
    _leave(work)
    return set() if found is None else {"welcome"}


def log(house: House, _life: Filled) -> set[str]:
    """Verify the log."""
    work = house.work()
    report = verify(work, house.server.signer.public)
    work.put_away()
    return {"sound"} if report.verified else set()


def trustee(house: House, life: Filled) -> set[str]:
    """Let the trustee open a drawer for an act that is recorded at the shelter."""
    work, frieda = entered(house, "frieda")
    assert frieda is not None
    drawer = work.session.scalars(
        select(Drawer).where(Drawer.client_id == life.known.id, Drawer.category == "violence")
    ).one()
    try:
        key = drawer_key_by_trustee(work, drawer)
    except BrokenKey:
        key = None
    _leave(work)
    return set() if key is None else {"key"}


def secret(house: House, _life: Filled) -> set[str]:
    """Ask which trustee secret a new envelope lies under."""
    work = house.work()
    found = present_secret(work)
    _leave(work)
    return set() if found is None else {found.key_id.hex()}


def units(house: House, _life: Filled) -> set[str]:
    """List the units."""
    work = house.work()
    names = {unit.name for unit in list_units(work)}
    _leave(work)
    return names


def apart(house: House, _life: Filled) -> set[str]:
    """List the clients who are kept apart, as an officer."""
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    answer = list_all_apart(work, olga)
    _leave(work)
    return {"a pair"} if isinstance(answer, Disclosed) and answer.value else set()


def _read(house: House, name: str, known: Known) -> set[str]:
    work, actor = entered(house, name)
    return set() if actor is None else _seen_by(work, actor, known)


def _seen_by(work: Work, actor: Actor, known: Known) -> set[str]:
    answer = disclose(work, actor, Ask(Act.STORY_READ, known.id), (Entry,))
    work.put_away()
    if not isinstance(answer, Disclosed):
        return set()
    return {piece.text("text") for piece in answer.value.of(Entry)}


def _leave(work: Work) -> None:
    record_alarms(work)
    work.finish()
    work.put_away()


def _envelopes(work: Work) -> int:
    return work.session.scalar(select(func.count()).select_from(Envelope)) or 0


def _wait_again(house: House) -> None:
    work = house.work()
    for due in work.session.scalars(select(GrantDue)):
        change(work, due, done_at=None)
    hiding = select(Drawer).where(Drawer.category == "whereabouts")
    revoke(work, work.session.scalars(hiding).all(), house.units["frauenhaus"])
    _leave(work)
