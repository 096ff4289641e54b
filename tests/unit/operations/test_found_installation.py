from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from caseflow.audit.entries import read_payload
from caseflow.database.base import Base
from caseflow.database.tables.accounts import Staff
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.installation import Installation
from caseflow.identity import Account, LoggedIn, choose_membership, log_in, memberships, resume
from caseflow.keys.recovery import join_shares
from caseflow.operations.found_installation import Founded, Founding, found_installation
from caseflow.operations.open_installation import open_installation
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid
from caseflow.vocabulary.errors import OperatorError
from tests.factories.founding import FOUNDING, OUTSIDE
from tests.factories.house import PASSWORD, StoppedClock, configuration


def found(tables: Engine, founding: Founding = FOUNDING) -> Founded | Invalid:
    return found_installation(tables, OUTSIDE, configuration(), StoppedClock(), founding)


def rows(tables: Engine) -> int:
    with Session(tables) as session:
        counts = [select(func.count()).select_from(each) for each in Base.metadata.tables.values()]
        return sum(session.scalars(count).one() for count in counts)


def test_the_founder_can_act_in_every_unit_and_in_oversight(tables: Engine) -> None:
    assert isinstance(found(tables), Founded)
    opened = open_installation(tables, OUTSIDE, configuration(), StoppedClock())
    work = opened.begin("first")
    begun = log_in(work, "frida@example.org", PASSWORD)
    assert isinstance(begun, LoggedIn)
    who = resume(work, begun.token)
    assert who is not None
    held = memberships(work, begun.staff)
    assert {view.unit.slug: view.role for view in held} == {
        "beratung": Role.LEAD,
        "frauenhaus": Role.LEAD,
        "datenschutz": Role.OFFICER,
    }
    for view in held:
        assert isinstance(choose_membership(work, who, view.id), Actor)
    assert work.alarms == []
    work.put_away()


def test_what_was_founded_is_told_once(tables: Engine) -> None:
    founded = found(tables)
    assert isinstance(founded, Founded)
    assert [unit.slug for unit in founded.units] == ["beratung", "frauenhaus", "datenschutz"]
    assert len(founded.shares) == 3
    assert founded.shares[0] not in repr(founded)
    assert PASSWORD not in repr(FOUNDING)
    with Session(tables) as session:
        row = session.scalars(select(Installation)).one()
        assert row.id == founded.installation
        assert row.recovery_shares == "2-of-3"
        # Nobody is there whom the provider did not name.
        assert [each.email for each in session.scalars(select(Staff))] == ["frida@example.org"]
        recovery = join_shares(founded.shares[1:])
        assert recovery.public.raw() == row.recovery_public


def test_the_birth_is_in_the_log_with_every_key(tables: Engine) -> None:
    founded = found(tables)
    assert isinstance(founded, Founded)
    with Session(tables) as session:
        log = [read_payload(row.payload) for row in session.scalars(select(StagedEntry))]
    (birth,) = (entry for entry in log if entry["act"] == Act.INSTALLATION_BIRTH)
    assert birth["staff"] == str(founded.founder)
    assert {key["what"] for key in birth["keys"]} == {
        *("signing", "row_seal", "code_lookup", "cookie", "recovery", "trustee", "staff")
    }
    named = {key["what"] for key in birth["keys"] if "fingerprint" in key}
    assert named == {"recovery", "trustee", "staff"}
    added = [entry for entry in log if entry["act"] == Act.UNIT_ADD]
    assert {entry["details"]["founded"] for entry in added} == {
        str(unit.id) for unit in founded.units
    }
    assert all({"key.birth", "key.grant"} == {key["act"] for key in e["keys"]} for e in added)


def test_nothing_is_founded_twice(tables: Engine) -> None:
    found(tables)
    before = rows(tables)
    with pytest.raises(OperatorError, match="already holds an installation"):
        found(tables)
    assert rows(tables) == before


@pytest.mark.parametrize(
    ("founding", "fields"),
    [
        (replace(FOUNDING, provider=" "), {"provider"}),
        (replace(FOUNDING, shares_needed=1), {"recovery_shares"}),
        (replace(FOUNDING, shares_needed=4), {"recovery_shares"}),
        (replace(FOUNDING, shares_made=17), {"recovery_shares"}),
        (replace(FOUNDING, shares_needed=0, shares_made=0), {"recovery_shares"}),
        (replace(FOUNDING, units=()), {"units"}),
        (replace(FOUNDING, password="short"), {"password"}),
        (replace(FOUNDING, founder=Account("frida", "", "xx")), {"email", "name", "language"}),
    ],
)
def test_what_cannot_be_is_named_and_leaves_nothing_behind(
    tables: Engine, founding: Founding, fields: set[str]
) -> None:
    answer = found(tables, founding)
    assert isinstance(answer, Invalid)
    assert {problem.field for problem in answer.problems} == fields
    assert rows(tables) == 0


def test_one_person_alone_may_keep_the_only_share(tables: Engine) -> None:
    founded = found(tables, replace(FOUNDING, shares_needed=1, shares_made=1))
    assert isinstance(founded, Founded)
    assert len(founded.shares) == 1
