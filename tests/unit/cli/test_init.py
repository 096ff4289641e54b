from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from caseflow.app import create_app
from caseflow.settings.environment import read_environment
from caseflow.settings.read_configuration import read_configuration
from tests.factories.application import Visitor
from tests.factories.command_line import FOUNDER, Installed
from tests.factories.house import PASSWORD

if TYPE_CHECKING:
    from sqlalchemy import Engine

Command = Callable[..., int]
FOUND = ("init", "--provider", "Musterträger", "--founder", FOUNDER)


def test_the_founder_leads_every_unit_and_is_the_first_officer(installed: Installed) -> None:
    [founder] = installed.told("user", "list", "--as", FOUNDER)["users"]
    assert (founder["email"], founder["name"], founder["joined"]) == (FOUNDER, "anna", True)
    assert founder["memberships"] == [
        {"unit": "beratung", "role": "lead"},
        {"unit": "datenschutz", "role": "officer"},
    ]
    assert len(set(installed.shares)) == 3


def test_people_read_how_many_shares_restore_it(
    caseflow: Command, password_path: object, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert password_path
    assert caseflow(*FOUND, "--founder-name", "Anna", "--provider", ' Frauen "Hilfe" e. V. ') == 0
    said = capsys.readouterr().out
    named = read_configuration(tmp_path / "data" / "config")
    assert (named.provider, named.languages) == ('Frauen "Hilfe" e. V.', ("de", "en"))
    assert "Founded with the units beratung, frauenhaus, wohnen, qualifizierung" in said
    assert "any 3 of these 5" in said
    assert said.count(" of 5\n") == 5


def test_a_second_installation_is_refused(installed: Installed) -> None:
    assert "already holds an installation" in installed.refused(*FOUND)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--units", "counselling,prison"),
        ("--units", ""),
        ("--units", "oversight"),
        ("--recovery-shares", "three"),
    ],
)
def test_wrong_usage_is_two(
    caseflow: Command, capsys: pytest.CaptureFixture[str], wrong: tuple[str, str]
) -> None:
    assert caseflow(*FOUND, *wrong) == 2
    assert wrong[0] in capsys.readouterr().err


def test_what_is_wrong_with_it_is_one_sentence(
    caseflow: Command, password_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert password_path
    assert caseflow(*FOUND, "--recovery-shares", "1-of-3", "--units", "shelter,shelter") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith(
        "the number of recovery shares must be like 3-of-5: two or more of at most 16, or 1-of-1; "
        "a unit is taken already.\n"
    )


def test_without_a_trustee_secret_nothing_is_founded(
    caseflow: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASEFLOW_TRUSTEE_KEY_FILE")
    assert caseflow(*FOUND) == 1
    assert "CASEFLOW_TRUSTEE_KEY_FILE" in capsys.readouterr().err


def test_the_founder_is_led_to_her_second_factor_before_anything_else(
    installed: Installed,
) -> None:
    assert installed.shares
    app = create_app(read_environment())
    anna = Visitor(app)
    assert anna.send("/log-in", email=FOUNDER, password=PASSWORD).location == "/"
    assert anna.look("/").location == "/factors?next=/"
    assert anna.look("/unit").location == "/factors?next=/unit"
    assert "Ihre Rolle braucht einen zweiten Faktor" in anna.look("/factors").text
    with app.installation.sessions() as session:
        cast("Engine", session.get_bind()).dispose()
