"""A house in which every kind of row stands, and every kind of secret lies sealed.

The words below lie in sealed fields, reasons, slips and notes, and nowhere else.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from caseflow.consents import Declined, record_refusal
from caseflow.consents.received import receive_consents
from caseflow.database.tables.backups import Backup
from caseflow.database.tables.consents import Consent
from caseflow.disclosures import note_disclosure
from caseflow.drafts import keep_draft
from caseflow.exceptions import Danger, declare_emergency, record_wall
from caseflow.identity import add_passkey, begin_passkey, resume, resume_program
from caseflow.identity.invitations import make_invitation
from caseflow.identity.known_browsers import remember_browser
from caseflow.identity.openid_links import add_link
from caseflow.identity.openid_provider import Identity
from caseflow.keys.own_addresses import keep_address
from caseflow.records import look_up_client
from caseflow.records.appointments import hours_ahead
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Done
from tests.factories.appointments import booked
from tests.factories.authenticator import SITE, Authenticator
from tests.factories.clients import Known, case_at, consented, entry, new_client, write
from tests.factories.copies import once_copied
from tests.factories.declarations import agreed, declaration, offer, took_back
from tests.factories.guardians import linked, written_down
from tests.factories.handovers import sent
from tests.factories.house import House, add_staff
from tests.factories.kept_apart import kept_apart
from tests.factories.lawful import CHILD, answered, excepted, ground, next_request
from tests.factories.merges import merged
from tests.factories.partners import agreed_outside, partner, told
from tests.factories.retention import erasure_of, held, waiting_run
from tests.factories.reviews import reviewed
from tests.factories.rotations import write_down_secret
from tests.factories.second_factors import Factored, with_codes
from tests.factories.tokens import made
from tests.unit.consents.received.received import resource

FACTORED = "zora"  # who has second factors
NAME = "Kanarinja Singvogel"
VIOLENCE = "Kanarienvogel-Gewalt-7f3a"
HEALTH = "Kanarienvogel-Allergie-91bc"
WHEREABOUTS = "Kanarienvogel-Adresse-c04d"
WALLED = "Kanarienvogel-Sperre-5e6f"
NOTE = "Kanarienvogel-Zettel-aa17"
DANGER = "Kanarienvogel-Gefahr-b328"
FAMILY = "Kanarienvogel-Familie-2d90"
GROUND = "Kanarienvogel-Kinderschutz-64fe"
GUARDIAN = "Kanarienvogel-Vater-8e14"
TOLD = "Kanarienvogel-Polizei-3b5d"
ANSWERED = "Kanarienvogel-Antwort-c21a"
MERGED = "Kanarienvogel-Zwilling-5c77"
HOME = "Kanarienvogelstraße 64"
UNSENT = "Kanarienvogel-Entwurf-97b4"
MET = "Kanarienvogel-Treffpunkt-d85e"
SECRETS = (
    NAME,
    VIOLENCE,
    HEALTH,
    WHEREABOUTS,
    WALLED,
    NOTE,
    DANGER,
    FAMILY,
    GROUND,
    GUARDIAN,
    TOLD,
    ANSWERED,
    MERGED,
    HOME,
    UNSENT,
    MET,
)


@dataclass(frozen=True)
class Filled:
    """What an attacker, or a test, would like to point at."""

    known: Known
    walled: Known  # a wall keeps Frieda from her
    consent: UUID  # opens violence of counselling to the shelter
    ida: Actor  # whose session has her at the desk
    invitation: str  # the token of an invitation that is open
    factors: Factored  # what somebody shows beside her password
    stick: Authenticator  # and her passkey
    browser: str  # what her browser is known by
    identity: Identity  # who she is at the OpenID provider
    merged: Known  # one of two records of one person; the other holds her word
    program: str  # the token of a program that acts for Wanda
    lives: Actor  # Berta, who has written down where she lives


def filled(house: House) -> Filled:
    """Fill a born house."""
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, NAME)
    write(house, berta, known, entry(VIOLENCE), entry(HEALTH, "health"))
    write(house, berta, known, entry(WHEREABOUTS, "whereabouts"), entry(FAMILY, "family"))
    _meet(house, berta, known)
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    _declare(house, frieda, known)
    _protect_the_child(house, frieda, known)
    _hand_over(house, berta, known)
    _wait_and_refuse(house, berta, frieda, known)
    _receive(house, berta, known)
    _keep_apart(house)
    reviewed(house, "olga", "lea")
    _hold_and_propose(house, berta)
    written_down(house, berta, known, GUARDIAN)
    linked(house, berta, known, new_client(house, berta))
    _tell_the_police(house, berta, known)
    once_copied(house, berta, frieda, _with_both(house, berta, frieda))
    write_down_secret(house)
    _back_up(house)
    stick = Authenticator()
    return Filled(
        known,
        _walled(house, frieda),
        consent.id,
        _at_the_desk(house, known),
        _invited(house),
        _with_factors(house, stick),
        stick,
        _known_browser(house),
        _linked(house),
        _merged(house),
        _program(house),
        _lives(house, berta, known),
    )


def _meet(house: House, berta: Actor, known: Known) -> None:
    """Agree on an hour in a week, and let her see it on her list."""
    booked(house, berta, known, "family", day="9.3.2026", title=MET, place=MET)
    work = house.work(berta)
    assert hours_ahead(work, berta) != Disclosed(())
    work.finish()


def _program(house: House) -> str:
    """Let a program act for Wanda today already: its first use of a day changes the row."""
    token, work = made(house, "wanda", "wohnen").token, house.work()
    assert resume_program(work, token, None) is not None
    work.finish()
    return token


def _with_both(house: House, berta: Actor, frieda: Actor) -> Known:
    """Return a client whom counselling and the shelter know."""
    known = new_client(house, berta)
    case_at(house, frieda, known)
    return known


def _back_up(house: House) -> None:
    """Write down a backup that nobody made."""
    work = house.work()
    now = work.clock.now()
    work.session.add(Backup(taken_at=now, log_size=1, log_root=bytes(32), keys_until=now))
    work.finish()


def _merged(house: House) -> Known:
    """Let two clients of counselling be one person."""
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, other, entry(MERGED))
    merged(house, berta, lea, one, other)
    return one


def _declare(house: House, actor: Actor, known: Known) -> None:
    danger = Danger(DANGER, "sie und das Kind", "niemand ist da")
    work = house.work(actor)
    assert isinstance(declare_emergency(work, actor, known.id, danger, frozenset({"health"})), Done)
    work.finish()


def _protect_the_child(house: House, actor: Actor, known: Known) -> None:
    """Open the family to the shelter on another lawful ground."""
    said = ground([house.units["beratung"]], "family", said={**CHILD, "indications": GROUND})
    exception = excepted(house, actor, known, said)
    assert answered(house, house.actor("lea", "beratung"), exception) == Done(None)
    next_request(house, house.actor("berta", "beratung"))


def _tell_the_police(house: House, actor: Actor, known: Known) -> None:
    """Hand something on to a partner outside, and note what came of it."""
    (piece,) = write(house, actor, known, entry(TOLD, "contact"))
    consent = agreed_outside(house, actor, known, partner(house), "contact")
    made = told(house, actor, known, consent, piece)
    work = house.work(actor)
    assert isinstance(note_disclosure(work, actor, made.id, "answer", ANSWERED), Done)
    work.finish()


def _hand_over(house: House, actor: Actor, known: Known) -> None:
    housing = house.units["wohnen"]
    agreement = declaration(offer([actor.unit], [housing], "identity", "housing"))
    recorded = agreed(house, actor, known, agreement).id
    with house.sessions() as session:
        consent = session.scalars(select(Consent).where(Consent.id == recorded)).one()
    sent(house, actor, known, "wohnen", consent, NOTE)


def _keep_apart(house: House) -> None:
    """Keep two clients apart about whom no other look is."""
    wanda = house.actor("wanda", "wohnen")
    kept_apart(house, wanda, new_client(house, wanda), new_client(house, wanda))


def _hold_and_propose(house: House, berta: Actor) -> None:
    """Propose to erase somebody about whom no other look is, hold her, and list a run."""
    known = new_client(house, berta)
    erasure_of(house, house.actor("lea", "beratung"), known.id)
    held(house, known.id)
    work = house.work()
    waiting_run(work, house.staff["olga"])
    work.finish()


def _wait_and_refuse(house: House, berta: Actor, frieda: Actor, known: Known) -> None:
    """Let a grant wait for counselling, and record a withdrawal and a refusal."""
    consented(house, frieda, known, [frieda.unit], ["whereabouts"], [berta.unit])
    housing = house.units["wohnen"]
    taken_back = consented(house, berta, known, [housing], ["family"])
    took_back(house, berta, known, taken_back.id)
    work = house.work(berta)
    refused = Declined(
        to_units=frozenset({housing}),
        categories=frozenset({"family"}),
        purposes=frozenset({"case_work"}),
        language="de",
    )
    assert isinstance(record_refusal(work, berta, known.id, refused), Done)
    work.finish()


def _receive(house: House, berta: Actor, known: Known) -> None:
    """Let a consent of another system wait for her word."""
    work = house.work(berta)
    assert isinstance(receive_consents(work, berta, known.id, resource(house, known)), Done)
    work.finish()


def _walled(house: House, frieda: Actor) -> Known:
    lea = house.actor("lea", "frauenhaus")
    known = new_client(house, lea)
    write(house, lea, known, entry(WALLED))
    work = house.work(lea)
    assert isinstance(record_wall(work, lea, known.id, frieda.staff), Done)
    work.finish()
    return known


def _at_the_desk(house: House, known: Known) -> Actor:
    ida = house.actor("ida", "wohnen")
    work = house.work(ida)
    assert isinstance(look_up_client(work, ida, known.code), Done)
    work.finish()
    return ida


def _invited(house: House) -> str:
    work = house.work()
    row, invited = make_invitation(work, house.staff["ida"], house.staff["wanda"])
    work.session.add(row)
    work.finish()
    return invited.token


def _with_factors(house: House, stick: Authenticator) -> Factored:
    """Let somebody of her own, whom no other look is about, set up codes and a passkey."""
    work = house.work()
    add_staff(house, work, FACTORED, {})
    work.finish()
    hers = with_codes(house, FACTORED)
    work = house.work()
    who = resume(work, hers.token)
    assert who is not None
    options = begin_passkey(work, who, SITE)
    assert options is not None
    assert isinstance(add_passkey(work, who, "Stick", stick.make(options), SITE), Done)
    work.finish()
    return hers


def _known_browser(house: House) -> str:
    work = house.work()
    token = remember_browser(work, house.staff[FACTORED], "")
    work.finish()
    return token


def _linked(house: House) -> Identity:
    work, identity = house.work(), Identity("https://login.example", FACTORED)
    add_link(work, house.staff[FACTORED], identity)
    work.finish()
    return identity


def _lives(house: House, actor: Actor, known: Known) -> Actor:
    work = house.work(actor)
    keep_address(work, actor.staff, f"{HOME}\n33602")
    keep_draft(work, actor, f"/clients/{known.id}/entries/new", {"text": [UNSENT]})
    work.finish()
    return actor
