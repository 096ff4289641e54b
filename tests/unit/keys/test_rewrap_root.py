import re
from datetime import timedelta

import pytest
from sqlalchemy import LargeBinary, select, update

from caseflow.crypto.ciphers import Cipher
from caseflow.database.base import Base
from caseflow.database.tables.accounts import StaffPair, StaffSession, StaffWrapping
from caseflow.database.tables.api_tokens import ApiToken
from caseflow.database.tables.installation import ServerKey
from caseflow.database.tables.second_factors import LogInStep
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.identity.log_in_steps import find_step, keep_step
from caseflow.identity.sessions import live_session, start_session
from caseflow.keys.keyring import ring
from caseflow.keys.rewrap_root import UNDER_THE_ROOT
from caseflow.keys.session_keys import open_session, open_step
from caseflow.keys.staff_keys import open_staff
from caseflow.keys.token_keys import open_token
from caseflow.operations.rotate_outside import Outside
from caseflow.vocabulary.errors import BrokenKey, Stale
from tests.architecture.tree import texts
from tests.factories import rotations
from tests.factories.house import PASSWORD, House
from tests.factories.tokens import made
from tests.unit.keys.tampering import forge

# Whoever asks for a root wraps or unwraps something under it. Another file here: its table belongs
# into UNDER_THE_ROOT, or a rotation leaves its rows under a root that is about to be destroyed.
ASK_FOR_A_ROOT = {
    "caseflow/keys/session_keys.py",  # sessions and steps of a log-in
    "caseflow/keys/staff_keys.py",  # the wrappings of staff
    "caseflow/keys/token_keys.py",  # tokens of programs
    "caseflow/keys/rotation.py",
    "caseflow/operations/examine.py",
    "caseflow/operations/list_outside.py",
}
HOLD_A_ROOT = {
    "caseflow/keys/check_outside.py",
    "caseflow/keys/outside_keys.py",
    "caseflow/keys/rotation.py",
}
_ASKED = re.compile(
    r"^from caseflow\.keys\.outside_keys import [^)]*\b(present_root|root_of)\b", re.MULTILINE
)
_HELD = re.compile(r"\b(server|keys)\.(former_)?root\b")


def test_every_table_with_something_under_the_root_is_in_the_list() -> None:
    named = {table.name for table in Base.metadata.sorted_tables if "root_key_id" in table.columns}
    wrapped = {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name.startswith("wrapped") and isinstance(column.type, LargeBinary)
    }
    listed = {table.__tablename__ for table in UNDER_THE_ROOT} | {ServerKey.__tablename__}
    assert listed == named == wrapped


def test_nothing_else_is_wrapped_under_a_root() -> None:
    sources = {str(path): text for path, text in texts("caseflow", suffix=".py").items()}
    asking = {path for path, text in sources.items() if _ASKED.search(text)}
    holding = {path for path, text in sources.items() if _HELD.search(text)}
    assert asking == ASK_FOR_A_ROOT
    assert holding == HOLD_A_ROOT


def roots() -> tuple[Cipher, Cipher]:
    return Cipher(rotations.OLDER[Outside.ROOT]), Cipher(rotations.NEWER[Outside.ROOT])


def session_of_berta(house: House) -> str:
    work = house.work_as("berta", "beratung")
    opened = ring(work).staff
    assert opened is not None
    begun = start_session(work, opened, None, work.clock.now())
    work.finish()
    return begun.token


def step_of_berta(house: House, *, fits: bool = True) -> str:
    work = house.work_as("berta", "beratung")
    step = keep_step(work, ring(work).staff if fits else None, 1)
    work.finish()
    return step.token


def moved(work: Work, table: type[Base]) -> None:
    for row in work.session.scalars(select(table)).all():
        UNDER_THE_ROOT[table](work, row, *roots())


def new_root_alone(house: House) -> Work:
    """Return a unit of work of a process that has the new root and nothing else."""
    house.server = type(house.server)(
        **{
            name: getattr(house.server, name)
            for name in house.server.__slots__
            if name not in {"root", "former_root"}
        },
        root=roots()[1],
        former_root=None,
    )
    return house.work()


def test_a_password_opens_the_same_key_under_the_new_root(house: House) -> None:
    work = house.work()
    moved(work, StaffWrapping)
    work.finish()
    opened = open_staff(new_root_alone(house), house.staff["berta"], PASSWORD)
    assert opened is not None
    assert opened.staff == house.staff["berta"]


def test_a_cookie_opens_the_same_key_under_the_new_root(house: House) -> None:
    token = session_of_berta(house)
    work = house.work()
    moved(work, StaffSession)
    work.finish()
    work = new_root_alone(house)
    session = live_session(work, token)
    assert session is not None
    assert open_session(work, session, token) is not None
    assert work.alarms == []


def test_a_step_leads_on_under_the_new_root(house: House) -> None:
    token = step_of_berta(house)
    work = house.work()
    moved(work, LogInStep)
    work.finish()
    work = new_root_alone(house)
    step = find_step(work, token)
    assert step is not None
    assert open_step(work, step, token) is not None


def test_a_token_opens_the_same_key_under_the_new_root(house: House) -> None:
    token = made(house, "berta", "beratung").token
    work = house.work()
    moved(work, ApiToken)
    work.finish()
    work = new_root_alone(house)
    row = work.session.scalars(select(ApiToken)).one()
    assert row.root_key_id == roots()[1].key_id
    assert open_token(work, row, token) is not None


def test_a_token_that_is_not_as_it_was_written_stays(house: House) -> None:
    made(house, "berta", "beratung")
    work = house.work()
    row = work.session.scalars(select(ApiToken)).one()
    forge(work, row, role="lead")
    with pytest.raises(BrokenKey):
        UNDER_THE_ROOT[ApiToken](work, row, *roots())


def test_a_step_that_failed_stays_like_the_others(house: House) -> None:
    step_of_berta(house, fits=False)
    work = house.work()
    before = work.session.scalars(select(LogInStep.wrapped)).one()
    moved(work, LogInStep)
    work.finish()
    after = house.work().session.scalars(select(LogInStep)).one()
    assert after.root_key_id == roots()[1].key_id
    assert after.wrapped != before
    assert len(after.wrapped) == len(before)


def test_a_session_that_does_not_open_ends_with_an_alarm(house: House) -> None:
    session_of_berta(house)
    work = house.work()
    row = work.session.scalars(select(StaffSession)).one()
    forge(work, row, ends_at=row.ends_at + timedelta(hours=1))
    moved(work, StaffSession)
    assert work.alarms == [Alarm.of_key("staff_sessions", row.id)]
    work.session.expire_all()
    assert (row.wrapped, row.ended_at) == (b"", work.clock.now())


def test_a_step_that_does_not_open_is_gone_with_an_alarm(house: House) -> None:
    step_of_berta(house)
    work = house.work()
    row = work.session.scalars(select(LogInStep)).one()
    forge(work, row, ends_at=row.ends_at + timedelta(hours=1))
    moved(work, LogInStep)
    assert work.alarms == [Alarm.of_key("log_in_steps", row.id)]
    assert work.session.scalars(select(LogInStep.id)).all() == []


@pytest.mark.parametrize("table", [StaffWrapping, StaffPair])
def test_a_wrapping_that_is_not_as_it_was_written_stays(house: House, table: type[Base]) -> None:
    work = house.work()
    row = work.session.scalars(select(StaffWrapping)).first()
    assert row is not None
    forged = row if table is StaffWrapping else work.session.get_one(StaffPair, row.pair_id)
    forge(work, forged, row_seal=b"\x01")
    with pytest.raises(BrokenKey):
        UNDER_THE_ROOT[StaffWrapping](work, row, *roots())
    assert work.alarms[0].table == table.__tablename__


def test_a_wrapping_without_its_pair_stays(house: House) -> None:
    work = house.work()
    row = work.session.scalars(select(StaffWrapping)).first()
    assert row is not None
    row.pair_id = row.id
    with work.session.no_autoflush, pytest.raises(BrokenKey):
        UNDER_THE_ROOT[StaffWrapping](work, row, *roots())


def test_what_somebody_else_has_just_changed_is_left_to_the_next_round(house: House) -> None:
    session_of_berta(house)
    work = house.work()
    row = work.session.scalars(select(StaffSession)).one()
    work.session.execute(
        update(StaffSession).values(wrapped=b""),
        execution_options={"synchronize_session": False},
    )
    with pytest.raises(Stale):
        UNDER_THE_ROOT[StaffSession](work, row, *roots())
