"""Show with real files, line by line, what opens to whom: the only claims that are made.

The house works, and its database file is copied twice: before a consent is withdrawn and a
member leaves, and at the end. Thieves work on the copies in a process of their own.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from caseflow.database.tables.consents import Consent
from caseflow.identity.end_membership import end_membership
from caseflow.keys.server_keys import FormerKeys
from caseflow.operations.rotate_outside import Outside
from caseflow.records import change_entry
from caseflow.vocabulary.answers import Done
from tests.architecture.tree import ROOT as PROJECT
from tests.factories import rotations
from tests.factories.clients import (
    Known,
    case_at,
    consented,
    entry,
    new_client,
    withdrawn,
    write,
)
from tests.factories.copies import Shared, copied, days_later, may_copy, settled, taken_back
from tests.factories.house import PASSWORD, ROOT, TRUSTEE, House, born
from tests.factories.merges import merged

NAME = "Kanarinja Singvogel"
OPENED = "Gewalt, dem Frauenhaus geöffnet"
CLOSED = "Gesundheit, niemandem geöffnet"
HIDING = "Adresse, niemandem geöffnet"
LATER = "Gewalt, nach dem Widerruf geschrieben"
TO_HOUSING = "Wohnen, dem Wohnprojekt geöffnet"
SHELTER = "Eintrag des Frauenhauses"
AFTERWARDS = "Eintrag des Frauenhauses, nach dem Abschied"
HOUSING = "Eintrag des Wohnprojekts"
COPIED = "Gewalt, vom Frauenhaus übernommen"  # the original says something else by now
OWN_HIDING = "Adresse im Wohnprojekt"
TEXTS = (OPENED, CLOSED, HIDING, LATER, TO_HOUSING, SHELTER, AFTERWARDS, HOUSING, OWN_HIDING)
ALL = {NAME, *TEXTS}
ROOT_KEY, TRUSTEE_SECRET = ROOT.hex(), TRUSTEE.hex()


@dataclass(frozen=True)
class Stolen:
    """Copies of the database, and the printed shares of the recovery key."""

    old: str
    new: str
    shares: list[str]


@pytest.fixture(scope="module")
def stolen(tmp_path_factory: pytest.TempPathFactory) -> Stolen:
    return lived(tmp_path_factory.mktemp("house"))


def lived(folder: Path) -> Stolen:
    """Let a house live for a while, and copy its database before and after."""
    house = born(f"sqlite:///{folder / 'caseflow.db'}")
    known, consent = _before(house)
    old = _copy(folder, "old.db")
    _afterwards(house, known, consent)
    new = _copy(folder, "new.db")
    house.close()
    return Stolen(old, new, house.shares)


def _before(house: House) -> tuple[Known, Consent]:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta, NAME)
    write(house, berta, known, entry(OPENED), entry(CLOSED, "health"))
    write(house, berta, known, entry(HIDING, "whereabouts"), entry(TO_HOUSING, "housing"))
    case_at(house, frieda, known)
    case_at(house, wanda, known)
    write(house, frieda, known, entry(SHELTER))
    write(house, wanda, known, entry(HOUSING), entry(OWN_HIDING, "whereabouts"))
    consented(house, berta, known, [wanda.unit], ["housing"])
    return known, consented(house, berta, known, [frieda.unit], ["violence"])


def _afterwards(house: House, known: Known, consent: Consent) -> None:
    """Withdraw, write on, let Frieda leave the shelter, and write on there."""
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "frauenhaus")
    withdrawn(house, berta, known, consent)
    write(house, berta, known, entry(LATER))
    work = house.work(lea)
    ended = end_membership(work, lea, house.memberships["frieda", "frauenhaus"].id)
    assert isinstance(ended, Done), ended
    work.finish()
    write(house, lea, known, entry(AFTERWARDS))


def _copy(folder: Path, name: str) -> str:
    # The write-ahead log travels with the file, as it would in a thief's bag.
    for suffix in ("", "-wal"):
        file = folder / f"caseflow.db{suffix}"
        if file.exists():
            shutil.copyfile(file, folder / f"{name}{suffix}")
    return str(folder / name)


def opened(**had: object) -> set[str]:
    """Return which of the texts above a thief opens with what she has."""
    texts = plundered(**had)
    named = {NAME} if any(NAME in text for text in texts) else set()
    return texts & {*ALL, COPIED, MET} | named


def plundered(**had: object) -> set[str]:
    """Return all that a thief opens, in a process of her own, with the ciphers alone."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.attacker"],
        input=json.dumps(had),
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )
    answer = json.loads(done.stdout)
    assert set(answer["rooms"]) <= {"caseflow.crypto", "caseflow.vocabulary"}
    return set(answer["texts"])


def password_of(name: str, guess: str = PASSWORD) -> list[tuple[str, str]]:
    """Return what somebody types to log in."""
    return [(f"{name}@example.org", guess)]


def test_the_database_alone_opens_nothing(stolen: Stolen) -> None:
    everybody = [pair for name in ("berta", "frieda", "wanda") for pair in password_of(name)]
    assert opened(databases=[stolen.old, stolen.new], passwords=everybody) == set()


def test_database_and_root_open_nothing_but_by_guessing_a_password(stolen: Stolen) -> None:
    had = {"databases": [stolen.new], "root": ROOT_KEY}
    assert opened(**had) == set()
    assert opened(**had, passwords=password_of("wanda", "Sommer2026!")) == set()
    assert opened(**had, passwords=password_of("wanda")) == {HOUSING, OWN_HIDING, TO_HOUSING}


def test_a_member_of_another_unit_opens_her_unit_and_what_was_opened_to_it(
    stolen: Stolen,
) -> None:
    had = {"databases": [stolen.old, stolen.new], "root": ROOT_KEY}
    assert opened(**had, passwords=password_of("wanda")) == {HOUSING, OWN_HIDING, TO_HOUSING}
    own = {NAME, OPENED, CLOSED, HIDING, LATER, TO_HOUSING}
    assert opened(**had, passwords=password_of("berta")) == own


def test_a_former_recipient_opens_what_was_open_before_the_withdrawal(stolen: Stolen) -> None:
    had = {"databases": [stolen.old, stolen.new], "root": ROOT_KEY}
    lea = opened(**had, passwords=password_of("frieda"))
    assert OPENED in lea
    assert LATER not in lea


def test_the_new_database_opens_nothing_that_was_withdrawn(stolen: Stolen) -> None:
    had = {"databases": [stolen.new], "root": ROOT_KEY}
    assert not opened(**had, passwords=password_of("frieda")) & {OPENED, LATER}


def test_a_departed_member_opens_what_she_could_read_then_and_nothing_written_afterwards(
    stolen: Stolen,
) -> None:
    had = {"databases": [stolen.old], "root": ROOT_KEY, "passwords": password_of("frieda")}
    assert opened(**had) == {OPENED, SHELTER}
    both = opened(**(had | {"databases": [stolen.old, stolen.new]}))
    assert both == {OPENED, SHELTER}


def test_root_trustee_and_one_member_open_everything_but_whereabouts_elsewhere(
    stolen: Stolen,
) -> None:
    had = {"databases": [stolen.new], "root": ROOT_KEY, "passwords": password_of("wanda")}
    assert opened(**had, trustee=TRUSTEE_SECRET) == ALL - {HIDING}


def test_the_trustee_secret_alone_opens_nothing(stolen: Stolen) -> None:
    had = {"databases": [stolen.new], "trustee": TRUSTEE_SECRET}
    assert opened(**had) == opened(**had, root=ROOT_KEY) == set()


def test_a_former_root_or_secret_opens_nothing_of_a_database_from_after_its_rotation(
    tmp_path: Path,
) -> None:
    house = born(f"sqlite:///{tmp_path / 'caseflow.db'}")
    known = new_client(house, house.actor("berta", "beratung"))
    write(house, house.actor("berta", "beratung"), known, entry(CLOSED, "health"))
    case_at(house, house.actor("wanda", "wohnen"), known)
    write(house, house.actor("wanda", "wohnen"), known, entry(HOUSING))
    had = {"databases": [_copy(tmp_path, "before.db")], "passwords": password_of("wanda")}
    assert opened(**had, root=ROOT_KEY, trustee=TRUSTEE_SECRET) == {CLOSED, HOUSING}
    rotations.give_both(house, Outside.TRUSTEE)
    rotations.rotated(house, Outside.TRUSTEE)
    root, secret = rotations.NEW_ROOT, rotations.NEW_TRUSTEE
    rotations.give(house, root, secret, FormerKeys(root=ROOT))
    rotations.rotated(house, Outside.ROOT)
    had["databases"] = [_copy(tmp_path, "after.db")]
    house.close()
    assert opened(**had, root=root.hex(), trustee=secret.hex()) == {CLOSED, HOUSING}
    assert opened(**had, root=root.hex(), trustee=TRUSTEE_SECRET) == {HOUSING}
    assert opened(**had, root=ROOT_KEY, trustee=secret.hex()) == set()


def test_enough_recovery_shares_open_everything_and_one_too_few_nothing(stolen: Stolen) -> None:
    assert opened(databases=[stolen.new], shares=stolen.shares[:2]) == ALL
    with pytest.raises(subprocess.CalledProcessError):
        opened(databases=[stolen.new], shares=stolen.shares[:1])


def test_were_no_key_turned_a_former_recipient_would_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.vault.revocations.turn", lambda *_: ())
    monkeypatch.setattr("caseflow.vault.revocations.mark_due", lambda *_: None)
    unturned = lived(tmp_path)
    had = {"databases": [unturned.old, unturned.new], "root": ROOT_KEY}
    assert LATER in opened(**had, passwords=password_of("frieda"))


@dataclass(frozen=True)
class Thefts:
    """Copies of the database while a copy is open, once it is frozen, and when it is destroyed."""

    open: str
    frozen: str
    destroyed: str
    shares: list[str]


@pytest.fixture(scope="module")
def thefts(tmp_path_factory: pytest.TempPathFactory) -> Thefts:
    """Let the shelter copy an entry and pass it on to housing, until she takes the consent back."""
    folder = tmp_path_factory.mktemp("copies")
    house = born(f"sqlite:///{folder / 'caseflow.db'}")
    where, wanda = _copied(house), house.actor("wanda", "wohnen")
    open_ = _copy(folder, "open.db")
    taken_back(house, where)
    settled(house, where.frieda)
    frozen = _copy(folder, "frozen.db")
    days_later(house, 30)
    settled(house, wanda)
    destroyed = _copy(folder, "destroyed.db")
    house.close()
    return Thefts(open_, frozen, destroyed, house.shares)


def _copied(house: House) -> Shared:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    wanda = house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    [told] = write(house, berta, known, entry(COPIED))
    for actor in (frieda, wanda):
        case_at(house, actor, known)
    consent = may_copy(house, berta, known, [frieda.unit], ["violence"])
    where = Shared(berta, frieda, known, consent, told)
    copied(house, where)
    for actor in (berta, frieda):
        consented(house, actor, known, [wanda.unit], ["violence"])
    work = house.work(berta)
    assert isinstance(change_entry(work, berta, told, 1, {"text": LATER}), Done)
    work.finish()
    return where


@pytest.mark.parametrize(("name", "there"), [("frieda", True), ("wanda", True), ("berta", False)])
def test_a_copy_opens_to_its_unit_and_to_whom_both_units_may_tell(
    thefts: Thefts, name: str, *, there: bool
) -> None:
    had = {"databases": [thefts.open], "root": ROOT_KEY, "passwords": password_of(name)}
    assert (COPIED in opened(**had)) is there


@pytest.mark.parametrize("name", ["wanda", "berta"])
def test_a_frozen_copy_opens_to_no_other_unit(thefts: Thefts, name: str) -> None:
    had = {"databases": [thefts.frozen], "root": ROOT_KEY, "passwords": password_of(name)}
    assert COPIED not in opened(**had)


def test_a_destroyed_copy_opens_to_nobody_at_all(thefts: Thefts) -> None:
    for name in ("frieda", "wanda", "berta", "lea"):
        had = {"databases": [thefts.destroyed], "root": ROOT_KEY, "trustee": TRUSTEE_SECRET}
        assert COPIED not in opened(**had, passwords=password_of(name))
    assert COPIED not in opened(databases=[thefts.destroyed], shares=thefts.shares[:2])
    assert COPIED in opened(databases=[thefts.frozen], shares=thefts.shares[:2])


MET = "Wohnen, von beiden Einwilligungen geöffnet"


def merged_files(folder: Path) -> Stolen:
    """Let two records be one person, and copy the database before and after.

    To housing the first had opened violence and housing, and the second housing alone.
    """
    house = born(f"sqlite:///{folder / 'caseflow.db'}")
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    wanda = house.actor("wanda", "wohnen")
    one, other = new_client(house, berta), new_client(house, berta)
    write(house, berta, one, entry(OPENED), entry(TO_HOUSING, "housing"))
    case_at(house, wanda, one)
    consented(house, berta, one, [wanda.unit], ["violence", "housing"])
    consented(house, berta, other, [wanda.unit], ["housing"])
    old = _copy(folder, "old.db")
    merged(house, berta, lea, one, other)
    write(house, berta, one, entry(LATER), entry(MET, "housing"))
    new = _copy(folder, "new.db")
    house.close()
    return Stolen(old, new, house.shares)


def test_after_a_merge_a_former_recipient_opens_nothing_outside_of_what_both_consents_open(
    tmp_path: Path,
) -> None:
    found = merged_files(tmp_path)
    had = {"root": ROOT_KEY, "passwords": password_of("wanda")}
    assert opened(databases=[found.old], **had) == {OPENED, TO_HOUSING}
    both = opened(databases=[found.old, found.new], **had)
    assert both == {OPENED, TO_HOUSING, MET}
    assert opened(databases=[found.new], **had) == {TO_HOUSING, MET}


def test_were_the_keys_left_after_a_merge_she_would_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseflow.vault.join_records.close_drawers", lambda *_: ())
    found = merged_files(tmp_path)
    had = {"root": ROOT_KEY, "passwords": password_of("wanda")}
    assert LATER in opened(databases=[found.new], **had)
