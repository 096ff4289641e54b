"""T18: with a key that is missing, wrong or old nothing starts and nothing is written; and a
rotation that is killed anywhere leaves everything open to its two keys, and is finished by the same
command.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from caseflow.app import create_app
from caseflow.cli import serve
from caseflow.cli.program import run
from caseflow.crypto.ciphers import key_id
from caseflow.database.base import Base
from caseflow.identity.log_in_steps import find_step, keep_step
from caseflow.identity.sessions import live_session, start_session
from caseflow.keys.keyring import ring
from caseflow.keys.server_keys import FormerKeys, open_server_keys
from caseflow.keys.session_keys import open_session, open_step
from caseflow.keys.staff_keys import open_staff
from caseflow.keys.trustee import open_trustee
from caseflow.operations.list_outside import list_outside, to_be_done
from caseflow.operations.migrate import newest_migration
from caseflow.operations.rotate_outside import Outside
from caseflow.settings.environment import read_environment
from caseflow.vocabulary.errors import BadConfiguration
from tests.factories import rotations
from tests.factories.copied_house import copied
from tests.factories.house import CHEAP, PASSWORD, ROOT, TRUSTEE, House
from tests.factories.rotations import NEW_ROOT, NEW_TRUSTEE
from tests.factories.scale import scaled
from tests.reliability.rotators import HANDED, rotate

KILLS = 2  # in an everyday run, on each engine; 200 with CASEFLOW_TEST_SCALE=100
CERTAIN = 12  # a statement that every rotation of a root comes to
ELSE, THIRD = bytes(range(7, 39)), bytes(range(200, 232))
NAMES = {Outside.ROOT: "ROOT_KEY", Outside.TRUSTEE: "TRUSTEE_KEY"}


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def stamped(house: House) -> None:
    """Say in the database that it stands where the program needs it."""
    with house.engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(
            text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": newest_migration()}
        )


def content(house: House) -> dict[str, list[str]]:
    """Return everything that stands in the database."""
    with house.engine.connect() as connection:
        return {
            name: sorted(str(row) for row in connection.execute(text(f"SELECT * FROM {name}")))  # noqa: S608 - names of our own tables
            for name in Base.metadata.tables
        }


# ---- a key that is missing, wrong or old


@pytest.fixture(scope="module")
def rotated_house(
    first_house: House, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """Yield a house whose keys are at version 2, and whose root is half way to version 3."""
    with copied(first_house, request, tmp_path_factory.mktemp("rotated")) as house:
        stamped(house)
        former = FormerKeys(ROOT, TRUSTEE)
        rotations.give(house, NEW_ROOT, NEW_TRUSTEE, former)
        for what in Outside:
            rotations.rotated(house, what)
        rotations.give(house, THIRD, NEW_TRUSTEE, FormerKeys(root=NEW_ROOT))
        rotations.begun(house, Outside.ROOT)
        yield house


@dataclass
class Operator:
    """Who sets the settings."""

    folder: Path
    patch: pytest.MonkeyPatch

    def keep(self, name: str, written: str, place: str = "", mode: int = 0o600) -> None:
        file = self.folder / (place or name) / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(written)
        file.chmod(mode)
        self.patch.setenv(f"CASEFLOW_{name}_FILE", str(file))

    def forget(self, name: str) -> None:
        self.patch.delenv(f"CASEFLOW_{name}_FILE")

    def only(self, name: str, key: bytes) -> None:
        self.keep(name, key.hex())
        self.forget(f"{name}_FORMER")

    def instead(self, name: str, way: str, written: str) -> None:
        self.forget(name)
        self.patch.setenv(f"CASEFLOW_{name}{way}", written)


@pytest.fixture
def operator(rotated_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Operator:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("CASEFLOW_DATA_DIR", str(tmp_path / "data"))
    url = rotated_house.engine.url.render_as_string(hide_password=False)
    monkeypatch.setenv("CASEFLOW_DATABASE_URL", url)
    someone = Operator(tmp_path, monkeypatch)
    for name, key in (
        ("ROOT_KEY", THIRD),
        ("ROOT_KEY_FORMER", NEW_ROOT),
        ("TRUSTEE_KEY", NEW_TRUSTEE),
    ):
        someone.keep(name, key.hex())
    return someone


CASES: Mapping[str, tuple[Callable[[Operator], None], str]] = {
    "the root is missing": (lambda op: op.forget("ROOT_KEY"), "There is no root key"),
    "the root's file is gone": (
        lambda op: op.instead("ROOT_KEY", "_FILE", "/no/such/key"),
        "there is no file /no/such/key",
    ),
    "others read the root's file": (
        lambda op: op.keep("ROOT_KEY", THIRD.hex(), mode=0o644),
        "may be read or changed by others",
    ),
    "the root is too short": (lambda op: op.keep("ROOT_KEY", THIRD.hex()[2:]), "must be 32 bytes"),
    "the root is no random key": (lambda op: op.keep("ROOT_KEY", "ab" * 32), "is not random"),
    "the root is there twice": (
        lambda op: op.patch.setenv("CASEFLOW_ROOT_KEY", THIRD.hex()),
        "are both set",
    ),
    "the root's command fails": (
        lambda op: op.instead("ROOT_KEY", "_COMMAND", "false"),
        "ended with code 1",
    ),
    "the root is another's": (
        lambda op: op.only("ROOT_KEY", ELSE),
        "belongs to another installation",
    ),
    "the root is the first one": (
        lambda op: op.keep("ROOT_KEY", ROOT.hex()),
        "CASEFLOW_ROOT_KEY is version 1; since",
    ),
    "the root is the former one": (
        lambda op: op.only("ROOT_KEY", NEW_ROOT),
        "CASEFLOW_ROOT_KEY is version 2; since",
    ),
    "the former root is missing": (
        lambda op: op.forget("ROOT_KEY_FORMER"),
        "run: caseflow keys rotate root",
    ),
    "the trustee secret is missing": (
        lambda op: op.forget("TRUSTEE_KEY"),
        "There is no trustee secret",
    ),
    "the trustee secret is another's": (
        lambda op: op.keep("TRUSTEE_KEY", ELSE.hex()),
        "trustee secret opens nothing here",
    ),
    "the trustee secret is an old one": (
        lambda op: op.keep("TRUSTEE_KEY", TRUSTEE.hex()),
        "CASEFLOW_TRUSTEE_KEY is version 1; since",
    ),
    "root and trustee secret are one": (
        lambda op: op.keep("TRUSTEE_KEY", THIRD.hex()),
        "are the same; they must be two keys",
    ),
    "root and trustee secret lie together": (
        lambda op: op.keep("TRUSTEE_KEY", NEW_TRUSTEE.hex(), place="ROOT_KEY"),
        "holds both root key and trustee secret",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_nothing_starts_and_nothing_is_written(
    rotated_house: House,
    operator: Operator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    case: str,
) -> None:
    spoil, words = CASES[case]
    monkeypatch.setattr(serve, "listen", lambda *_: pytest.fail("it listens"))
    before = content(rotated_house)
    spoil(operator)
    assert run(HANDED, ["serve"]) == 1
    said = capsys.readouterr()
    assert words in said.err
    assert said.err.startswith("caseflow: ")
    assert said.err.count("\n") == 1
    for key in (ROOT, NEW_ROOT, THIRD, TRUSTEE, NEW_TRUSTEE, ELSE):
        assert key.hex() not in said.out + said.err
    assert content(rotated_house) == before
    assert not (operator.folder / "data").exists()


def test_with_the_right_keys_it_does_start(
    operator: Operator, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Listened(Exception):
        pass

    def listen(*_: object) -> None:
        raise Listened

    monkeypatch.setattr(serve, "listen", listen)
    with pytest.raises(Listened):
        run(HANDED, ["serve"])
    assert run(HANDED, ["doctor"]) == 1  # it serves, and the doctor says what is half done
    assert "The rotation of `root` is not finished" in capsys.readouterr().err
    operator.keep("TRUSTEE_KEY", NEW_TRUSTEE.hex(), place="ROOT_KEY")
    assert run(HANDED, ["doctor"]) == 1
    assert "holds both root key and trustee secret" in capsys.readouterr().err


@pytest.mark.parametrize("case", ["the root is the former one", "the trustee secret is another's"])
def test_no_other_server_starts_it_either(operator: Operator, case: str) -> None:
    spoil, words = CASES[case]
    spoil(operator)
    with pytest.raises(BadConfiguration, match=words):
        create_app(read_environment())


# ---- a rotation that is killed


@dataclass(frozen=True)
class Tokens:
    """What people hold while a key is rotated."""

    cookie: str
    step: str


def begun(house: House) -> Tokens:
    """Log two people in, one of them half way, and let a third fail."""
    work = house.work_as("berta", "beratung")
    opened = ring(work).staff
    assert opened is not None
    session = start_session(work, opened, None)
    step = keep_step(work, opened, 1)
    keep_step(work, None, 1)
    work.finish()
    return Tokens(session.token, step.token)


def given(house: House, keys: Mapping[Outside, bytes], former: Mapping[Outside, bytes]) -> None:
    with house.sessions() as session:
        house.server = open_server_keys(
            session,
            keys[Outside.ROOT],
            keys[Outside.TRUSTEE],
            CHEAP,
            FormerKeys(former.get(Outside.ROOT), former.get(Outside.TRUSTEE)),
        )


def shut(house: House, tokens: Tokens) -> list[str]:
    """Return what does not open, if anything."""
    work = house.work()
    session, step = live_session(work, tokens.cookie), find_step(work, tokens.step)
    assert session is not None
    assert step is not None
    opens = {
        "session": open_session(work, session, tokens.cookie),
        "step": open_step(work, step, tokens.step),
        **{name: open_staff(work, id_, PASSWORD) for name, id_ in house.staff.items()},
    }
    assert work.alarms == []
    work.finish()
    for name, slug in (("berta", "beratung"), ("ida", "wohnen"), ("olga", "datenschutz")):
        house.forget_pair(name)
        work = house.work_as(name, slug)
        opens[f"trustee of {slug}"] = open_trustee(work)  # type: ignore[assignment]
        work.finish()
    return [name for name, opened in opens.items() if opened is None]


def settings(
    house: House, folder: Path, keys: Mapping[Outside, bytes], former: Mapping[Outside, bytes]
) -> dict[str, str]:
    url = house.engine.url.render_as_string(hide_password=False)
    said = {"CASEFLOW_DATA_DIR": str(folder), "CASEFLOW_DATABASE_URL": url, "LANG": "en_GB.UTF-8"}
    said |= {f"CASEFLOW_{NAMES[what]}": key.hex() for what, key in keys.items()}
    return said | {f"CASEFLOW_{NAMES[what]}_FORMER": key.hex() for what, key in former.items()}


def test_a_rotation_killed_anywhere_leaves_everything_open_and_is_finished(
    house: House, tmp_path: Path
) -> None:
    stamped(house)
    tokens = begun(house)
    keys = {Outside.ROOT: ROOT, Outside.TRUSTEE: TRUSTEE}
    most = dict.fromkeys(Outside, 40)  # statements of a rotation, as far as is known
    for trial in range(scaled(KILLS)):
        what = list(Outside)[trial % 2]
        former = {what: keys[what]}
        keys = keys | {what: secrets.token_bytes(32)}
        said = settings(house, tmp_path, keys, former)
        at = 1 + secrets.randbelow(most[what]) if trial else CERTAIN
        died = rotate(what, said, dies_at=at).killed
        assert died or trial, "the command went on after it was killed"
        given(house, keys, former)
        assert shut(house, tokens) == [], f"killed at {at}"
        finished = rotate(what, said)
        most[what] = max(most[what], finished.statements)
        assert not finished.killed
        assert finished.code == 0 or "counts already" in finished.said, finished.said
        given(house, keys, {})
        assert shut(house, tokens) == [], f"finished after {at}"
        work = house.work()
        assert to_be_done(work) is None
        *older, newest = [each for each in list_outside(work) if each.what is what]
        assert newest.key_id == key_id(keys[what])
        assert [each.rows for each in older] == [0] * len(older)
        work.finish()
