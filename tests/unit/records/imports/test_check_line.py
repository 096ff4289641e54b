from caseflow.records.imports.check_line import Checked, check_line
from caseflow.records.put_facts import rules_of
from caseflow.vocabulary.answers import Invalid
from tests.factories.house import House
from tests.unit.records.imports.sheets import line

KEYS = "client_name entry:note:goals entry:note:goals:day entry:note:goals:title"


def test_a_sound_line_is_what_is_written(house: House) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    read = line(KEYS, "Nazari, Samira", "Sie kam.", "1.2.2026", "Erster Tag")
    found = check_line(work, rules_of(work, lea), read)
    assert isinstance(found, Checked)
    assert (found.number, found.text) == (read.number, read.text)
    assert [fact.question for fact in found.facts] == ["client_name"]
    assert [(each.category, each.fields["occurred_on"]) for each in found.entries] == [
        ("goals", "2026-02-01")
    ]


def test_every_problem_names_its_column(house: House) -> None:
    lea = house.actor("lea", "beratung")
    work = house.work(lea)
    found = check_line(
        work,
        rules_of(work, lea),
        line(
            KEYS.replace(" ", " birth_date ", 1), "Amal", "31.6.1990", "y", "31.6.2022", "z" * 600
        ),
    )
    assert isinstance(found, Invalid)
    assert {(each.field, each.code) for each in found.problems} == {
        ("birth_date", "no_such_day"),
        ("entry:note:goals:day", "no_such_day"),
        ("entry:note:goals:title", "too_long"),
    }
