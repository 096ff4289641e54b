from pathlib import Path

import pytest

from caseflow.database.engines import open_engine, sessions_of
from caseflow.keys.server_keys import make_server_keys
from caseflow.operations.examine import Check, Finding, Given, can_work, examine, holds_keys
from caseflow.operations.migrate import upgrade
from caseflow.operations.open_installation import OpenInstallation
from caseflow.operations.rotate_outside import Outside
from tests.factories import rotations
from tests.factories.house import ROOT, TRUSTEE, House, StoppedClock
from tests.factories.openid_provider import provider

GIVEN = Given(ROOT, TRUSTEE)
NOWHERE = "sqlite:////no/such/folder/caseflow.sqlite3"


@pytest.fixture
def sound(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'caseflow.db'}"
    upgrade(url)
    engine = open_engine(url)
    with sessions_of(engine)() as session:
        make_server_keys(session, ROOT, StoppedClock().now())
        session.commit()
    engine.dispose()
    return url


def _problem(findings: tuple[Finding, ...]) -> tuple[Check, str]:
    last = findings[-1]
    assert last.problem is not None
    assert all(each.problem is None for each in findings[:-1])
    return last.check, str(last.problem)


def test_a_sound_installation_has_no_problem(sound: str) -> None:
    findings = examine(sound, GIVEN)
    asked = [each for each in Check if each not in {Check.OPENID, Check.ROTATION}]
    assert [each.check for each in findings] == asked
    assert [each.problem for each in findings] == [None] * len(asked)


def test_an_openid_provider_is_asked_where_one_is_configured(sound: str) -> None:
    with provider(StoppedClock()) as there:
        assert examine(sound, GIVEN, there.client())[-1] == Finding(Check.OPENID)
        there.down = True
        check, sentence = _problem(examine(sound, GIVEN, there.client()))
    assert check is Check.OPENID
    assert there.issuer in sentence
    assert can_work(sound)


def test_a_database_that_does_not_answer_is_the_first_problem() -> None:
    check, sentence = _problem(examine(NOWHERE, GIVEN))
    assert check is Check.DATABASE
    assert "CASEFLOW_DATABASE_URL" in sentence
    assert not can_work(NOWHERE)


def test_an_empty_database_lacks_its_migrations(engine: str) -> None:
    check, sentence = _problem(examine(engine, GIVEN))
    assert check is Check.MIGRATIONS
    assert sentence.endswith("Run: caseflow db upgrade")
    assert not can_work(engine)


@pytest.mark.parametrize(
    ("root", "words"), [(None, "CASEFLOW_ROOT_KEY_FILE"), (TRUSTEE, "root key")]
)
def test_a_missing_or_wrong_root_key_opens_nothing(
    sound: str, root: bytes | None, words: str
) -> None:
    check, sentence = _problem(examine(sound, Given(root, TRUSTEE)))
    assert check is Check.KEYS
    assert words in sentence


def test_a_missing_trustee_secret_is_said(sound: str) -> None:
    check, sentence = _problem(examine(sound, Given(ROOT, None)))
    assert check is Check.TRUSTEE
    assert "CASEFLOW_TRUSTEE_KEY_FILE" in sentence


def test_a_process_behind_a_rotation_is_not_ready(house: House) -> None:
    before = OpenInstallation(house.sessions, house.around, house.server)
    rotations.give_both(house, Outside.ROOT)
    rotations.begun(house, Outside.ROOT)
    assert holds_keys(OpenInstallation(house.sessions, house.around, house.server))
    assert not holds_keys(before)
