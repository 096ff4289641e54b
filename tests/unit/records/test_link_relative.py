from uuid import UUID

import pytest
from sqlalchemy import select

from caseflow.database.tables.clients import Client
from caseflow.records import own_unit
from caseflow.records.link_relative import link_relative, open_child
from caseflow.records.set_goal import set_goal
from caseflow.vault.content_tables import CONTENT_TABLES
from caseflow.vault.own_rows import own_rows
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Refused
from tests.factories.clients import Known, new_client, permitted
from tests.factories.house import House
from tests.factories.merges import merged
from tests.unit.records.desk_work import (
    create,
    do,
    done,
    jot,
    log,
    problems,
    story,
    tell,
    traces,
)
from tests.unit.records.test_open_family import relatives

CANARY = "Kanarienwort-Mutter-7f1c"
NOBODY = {("code", "nobody_open_with_code")}


def test_both_sides_are_linked_and_traced_each_with_its_own_client(house: House) -> None:
    berta = house.actor("berta", "beratung")
    mother, child = new_client(house, berta, "Amal"), create(house, berta)
    made = done(do(house, berta, link_relative, child.id, "mother", mother.code.lower()))
    assert (made.client, made.code) == (mother.id, mother.code)
    assert relatives(house, berta, mother) == [(child.id, "child", child.code, "")]
    assert relatives(house, berta, child) == [(mother.id, "mother", mother.code, "Amal")]
    told = traces(house, Act.RELATIVE_WRITE)
    assert {each["client"] for each in told} == {str(mother.id), str(child.id)}
    again = do(house, berta, link_relative, mother.id, "child", child.code)
    assert problems(again) == {("code", "linked_already")}


def test_of_a_closed_client_the_answer_is_that_of_a_code_that_nobody_has(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    mother, closed = create(house, berta), create(house, frieda)
    before = len(log(house))
    assert problems(do(house, berta, link_relative, mother.id, "child", closed.code)) == NOBODY
    assert len(log(house)) == before + 1
    work = house.work()
    work.session.delete(work.session.get_one(Client, closed.id))
    work.finish()
    assert problems(do(house, berta, link_relative, mother.id, "child", closed.code)) == NOBODY
    assert len(log(house)) == before + 2
    assert [each["decision"] for each in log(house)[before:]] == ["refused"] * 2


def test_what_is_wrong_is_named_and_whoever_is_closed_is_refused_first(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    mother = create(house, berta)
    assert problems(do(house, berta, link_relative, mother.id, "child", "X")) == {
        ("code", "no_client_code")
    }
    assert problems(do(house, berta, link_relative, mother.id, "aunt", mother.code)) == {
        ("kin", "not_a_choice")
    }
    assert problems(do(house, berta, link_relative, mother.id, "child", mother.code)) == {
        ("code", "herself")
    }
    assert do(house, ida, link_relative, mother.id, "aunt", "X") == Refused()
    assert do(house, ida, open_child, mother.id) == Refused()


def test_a_unit_that_keeps_no_family_links_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta = house.actor("berta", "beratung")
    mother, child = create(house, berta), create(house, berta)
    monkeypatch.setattr(own_unit, "kept_categories", lambda *_: frozenset({"identity"}))
    kept = {("category", "not_kept_here")}
    assert problems(do(house, berta, link_relative, mother.id, "child", child.code)) == kept
    assert problems(do(house, berta, open_child, mother.id)) == kept


def test_a_childs_record_is_opened_empty_and_not_a_word_of_the_mothers_is_in_it(
    house: House,
) -> None:
    berta = house.actor("berta", "beratung")
    mother = create(house, berta, {"client_name": CANARY})
    jot(house, berta, mother, fields={"title": CANARY, "text": CANARY})
    tell(house, berta, mother, "children", CANARY)
    done(do(house, berta, set_goal, mother.id, CANARY))
    made = done(do(house, berta, open_child, mother.id))
    child = Known(made.client, made.code)
    assert relatives(house, berta, mother) == [(child.id, "child", child.code, "")]
    told = story(house, berta, child)
    assert (told.summary, told.entries, told.facts, told.goals) == ((), (), (), ())
    texts = rows_of(house, child.id)
    assert set(texts) == {"relatives"}
    assert CANARY not in str(texts)
    assert texts["relatives"][0]["other"] == str(mother.id)


def rows_of(house: House, client: UUID) -> dict[str, list[dict[str, str]]]:
    """Return every text that lies in the drawers of a client, opened, by table."""
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.FACT_WRITE, client))
    found: dict[str, list[dict[str, str]]] = {}
    for category in work.configuration.categories:
        for table in CONTENT_TABLES:
            for each in own_rows(work, given, table, category):
                found.setdefault(table.__tablename__, []).append(dict(each.texts))
    for table in CONTENT_TABLES:
        rows = work.session.scalars(select(table).where(table.client_id == client)).all()
        assert len(rows) == len(found.get(table.__tablename__, []))
    work.finish()
    return found


@pytest.mark.parametrize("by", [0, 1])
def test_whoever_was_merged_is_one_relative_by_whichever_id_she_was_linked(
    house: House, by: int
) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    mother, same, child = (new_client(house, berta) for _ in range(3))
    codes = [mother.code, same.code]
    done(do(house, berta, link_relative, child.id, "mother", codes[by]))
    merged(house, berta, lea, mother, same)
    assert [kin for _, kin, _, _ in relatives(house, berta, child)] == ["mother"]
    again = do(house, berta, link_relative, child.id, "mother", codes[1 - by])
    assert problems(again) == {("code", "linked_already")}
    for each in (mother, same):
        assert [client for client, *_ in relatives(house, berta, each)] == [child.id]
