"""After an erasure nobody opens anything of her, whatever keys she has; shown with real files.

The thief has the database of afterwards, an old copy without its keys and links, root and trustee
secret, the recovery shares and passwords. What she has besides is an old copy that is whole: it
opens everything, and so she can fail at all.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from caseflow.exceptions import end_emergency, review_emergency
from caseflow.operations.backups.shares import SHARES, Share
from caseflow.vocabulary.answers import Done
from tests.factories.emergencies import DANGER, declared
from tests.factories.erasing import AT_COUNSELLING, AT_SHELTER, NAME, two_files
from tests.factories.handovers import sent
from tests.factories.house import House, StoppedClock, born
from tests.factories.retention import answered_erasure, erasure_of
from tests.security.test_what_opens import (
    ROOT_KEY,
    TRUSTEE_SECRET,
    password_of,
    plundered,
)

WORDS = (NAME, AT_COUNSELLING, AT_SHELTER, DANGER.danger)


@dataclass(frozen=True)
class Files:
    """Copies of a database from before and from after, and the printed shares."""

    whole: str  # an old copy
    content: str  # the same without the keys and links that were backed up apart
    after: str
    shares: list[str]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("erased")
    house = born(f"sqlite:///{folder / 'caseflow.db'}", StoppedClock())
    where = two_files(house)
    sent(house, where.berta, where.known, "wohnen")
    emergency = declared(house, where.frieda, where.known, "health")
    whole = _copy(folder, "whole.db")
    content = _copy(folder, "content.db")
    _without_keys(content)
    _reviewed(house, where.known.id, emergency.id)
    erasure = erasure_of(house, house.actor("lea", "beratung"), where.known.id)
    olga = house.actor("olga", "datenschutz")
    assert answered_erasure(house, olga, erasure) == Done(None)
    after = _copy(folder, "after.db")
    house.close()
    return Files(whole, content, after, house.shares)


def test_database_keys_shares_and_passwords_open_nothing_of_her(files: Files) -> None:
    assert found(databases=[files.after, files.content], shares=files.shares[:2]) == set()


def test_nor_do_they_with_a_whole_old_copy_but_what_stood_in_it(files: Files) -> None:
    assert found(databases=[files.after, files.whole], shares=files.shares[:2]) == set(WORDS)
    assert found(databases=[files.whole]) == set(WORDS) - {DANGER.danger}


def found(**had: object) -> set[str]:
    """Return which of her words are in what a thief with all other keys opens."""
    keys = {"root": ROOT_KEY, "trustee": TRUSTEE_SECRET}
    members = [*password_of("berta"), *password_of("frieda"), *password_of("lea")]
    texts = plundered(passwords=members, **keys, **had)
    return {word for word in WORDS if any(word in text for text in texts)}


def _copy(folder: Path, name: str) -> str:
    """Copy the database file with what stands in its journal."""
    source, copy = sqlite3.connect(folder / "caseflow.db"), sqlite3.connect(folder / name)
    source.backup(copy)
    copy.close()
    source.close()
    return str(folder / name)


def _without_keys(file: str) -> None:
    """Empty what a backup keeps in its other file, but for what says whose installation it is."""
    connection = sqlite3.connect(file)
    for table, share in SHARES.items():
        if share is Share.KEYS and table != "installation":
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - own names
    connection.commit()
    connection.close()


def _reviewed(house: House, client: UUID, emergency: UUID) -> None:
    """Let the emergency end and the officer review it: what was said for it goes with her."""
    frieda, olga = house.actor("frieda", "frauenhaus"), house.actor("olga", "datenschutz")
    work = house.work(frieda)
    assert isinstance(end_emergency(work, frieda, client, emergency), Done)
    work.finish()
    work = house.work(olga)
    assert isinstance(review_emergency(work, olga, emergency, "justified", "Geprüft."), Done)
    work.finish()
