from pathlib import Path

import pytest

from caseflow.cli.acting import Login, acting
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.errors import OperatorError
from tests.factories.command_line import FOUNDER, Installed
from tests.unit.cli.conftest import HANDED


def test_she_acts_where_she_has_the_first_role_that_fits(
    installed: Installed, password_path: Path
) -> None:
    assert installed.shares
    with acting(HANDED, Login(FOUNDER, password_path)) as anna:
        assert isinstance(anna.do(lambda _, who: who), Person)
        for role in (Role.OFFICER, Role.LEAD):
            anna.act_as(Role.INTAKE, role, Role.LEAD)
            who = anna.do(lambda _, who: who)
            assert isinstance(who, Actor)
            assert who.role is role


def test_a_role_that_she_has_nowhere_changes_nothing(
    installed: Installed, password_path: Path
) -> None:
    assert installed.shares
    with acting(HANDED, Login(FOUNDER, password_path)) as anna:
        anna.act_as(Role.INTAKE)
        assert isinstance(anna.do(lambda _, who: who), Person)


def test_her_session_ends_with_the_command(installed: Installed, password_path: Path) -> None:
    assert installed.shares
    with acting(HANDED, Login(FOUNDER, password_path)) as anna:
        pass
    with pytest.raises(OperatorError, match="session"):
        anna.do(lambda _, who: who)


def test_a_wrong_password_and_an_unknown_person_are_one(
    installed: Installed, password_path: Path
) -> None:
    told = {installed.refused("user", "list", "--as", "nobody@example.org")}
    password_path.write_text("ein anderes wort")
    told.add(installed.refused("user", "list", "--as", FOUNDER))
    sentence = "E-mail address and password do not match, or the code is missing or wrong."
    assert told == {f"caseflow: {sentence}\n"}


def test_too_many_tries_have_to_wait(installed: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = Refused(Reason.TOO_MANY)
    monkeypatch.setattr("caseflow.cli.acting.log_in", lambda *_: refused)
    assert "Too many tries" in installed.refused("user", "list", "--as", FOUNDER)


def test_she_acts_in_the_unit_that_is_named(installed: Installed, password_path: Path) -> None:
    assert installed.shares
    with acting(HANDED, Login(FOUNDER, password_path)) as anna:
        assert not anna.act_in("nowhere")
        assert isinstance(anna.do(lambda _, who: who), Person)
        assert anna.act_in("beratung")
        who = anna.do(lambda _, who: who)
        assert isinstance(who, Actor)
        assert who.role is Role.LEAD


def test_the_code_of_a_second_factor_is_handed_on(
    installed: Installed, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def refuse(_work: object, _email: str, _password: str, code: str, _place: object) -> Refused:
        shown.append(code)
        return Refused()

    monkeypatch.setattr("caseflow.cli.acting.log_in", refuse)
    installed.refused("user", "list", "--as", FOUNDER, "--code", "123456")
    installed.refused("user", "list", "--as", FOUNDER)
    assert shown == ["123456", ""]
