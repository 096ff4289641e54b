"""`caseflow user`: invite, list, disable, release and reset accounts."""

import json
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from caseflow.cli.acting import Acting, Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.cli.sentences import ROLES, must, refusal_said
from caseflow.identity import Account, disable, invite, list_staff, release, reset
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from caseflow.identity import Invited, StaffView

_LINK = "/invitation/"


@click.group()
def user() -> None:
    """Invite people, list accounts, disable, release or reset one."""


@user.command("invite")
@click.argument("address")
@click.option("--name", required=True, help="How colleagues see her.")
@click.option("--language", default="de", show_default=True, help="Of her pages: de or en.")
@click.option("--administrator", is_flag=True, help="Accounts only; reads no case.")
@as_someone
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def invite_user(  # noqa: PLR0913 - one for each option
    handed: Handed,
    address: str,
    email: str,
    password_file: Path | None,
    *,
    name: str,
    language: str,
    administrator: bool,
    as_json: bool,
) -> None:
    """Invite the person at ADDRESS; her one-time link is printed once.

    She sets her password by the link, and a lead admits her to a unit afterwards.

    Example: caseflow user invite anna@example.org --name Anna --as leitung@example.org
    """
    account = Account(address, name, language, administrator)
    with acting(handed, Login(email, password_file)) as someone:
        _enter(someone, first=Role.OFFICER if administrator else Role.LEAD)
        invited = must(someone.do(invite, account))
    _tell_link(invited, as_json=as_json)


@user.command("list")
@as_someone
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def list_users(handed: Handed, email: str, password_file: Path | None, *, as_json: bool) -> None:
    """List all accounts with their units and roles.

    Example: caseflow user list --as leitung@example.org
    """
    with acting(handed, Login(email, password_file)) as someone:
        _enter(someone)
        found = _accounts(someone)
    if as_json:
        click.echo(json.dumps({"users": [_object(each) for each in found]}, ensure_ascii=False))
        return
    for each in found:
        click.echo(_line(each))


@user.command("disable")
@click.argument("address")
@as_someone
@pass_handed
def disable_user(handed: Handed, address: str, email: str, password_file: Path | None) -> None:
    """Disable the account at ADDRESS: nothing leads to its keys any more.

    Example: caseflow user disable anna@example.org --as admin@example.org
    """
    with acting(handed, Login(email, password_file)) as someone:
        must(someone.do(disable, _staff_at(someone, address)))
    told = say(
        "{address} is disabled; her units have new keys that she never had.", address=address
    )
    click.echo(told)


@user.command("release")
@click.argument("address")
@as_someone
@pass_handed
def release_user(handed: Handed, address: str, email: str, password_file: Path | None) -> None:
    """Let the person at ADDRESS try to log in again after too many failures.

    Nothing else changes: password, second factor and memberships stay.

    Example: caseflow user release anna@example.org --as admin@example.org
    """
    with acting(handed, Login(email, password_file)) as someone:
        must(someone.do(release, _staff_at(someone, address)))
    click.echo(say("{address} may try to log in again; nothing else has changed.", address=address))


@user.command("reset")
@click.argument("address")
@as_someone
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def reset_user(
    handed: Handed, address: str, email: str, password_file: Path | None, *, as_json: bool
) -> None:
    """Invite the person at ADDRESS anew, who has lost her password; her memberships end.

    Example: caseflow user reset anna@example.org --as admin@example.org
    """
    with acting(handed, Login(email, password_file)) as someone:
        invited = must(someone.do(reset, _staff_at(someone, address)))
    _tell_link(invited, as_json=as_json)


def _enter(someone: Acting, first: Role = Role.LEAD) -> None:
    someone.act_as(first, Role.LEAD, Role.OFFICER)


def _accounts(someone: Acting) -> "list[StaffView]":
    found = someone.do(list_staff)
    if isinstance(found, Refused):
        raise OperatorError(refusal_said(found))
    return found


def _staff_at(someone: Acting, address: str) -> UUID:
    for each in _accounts(someone):
        if each.email == address.strip().lower():
            return each.id
    raise OperatorError(
        "There is no account at {address}; see: caseflow user list", address=address
    )


def _tell_link(invited: "Invited", *, as_json: bool) -> None:
    link = f"{_LINK}{invited.token}"
    if as_json:
        click.echo(json.dumps({"id": str(invited.staff), "link": link}))
        return
    told = say("Tell her this link, behind the address of your pages; it works once:")
    click.echo(f"{told}\n{link}")


def _object(view: "StaffView") -> dict[str, object]:
    return {
        "id": str(view.id),
        "email": view.email,
        "name": view.name,
        "administrator": view.administrator,
        "joined": view.joined,
        "disabled": view.disabled_at is not None,
        "memberships": [
            {"unit": each.unit.slug, "role": each.role.value} for each in view.memberships
        ],
    }


def _line(view: "StaffView") -> str:
    state = say("disabled") if view.disabled_at else "" if view.joined else say("invited")
    places = [f"{each.unit.slug} ({say(ROLES[each.role])})" for each in view.memberships]
    words = [say("administrator")] if view.administrator else places
    return f"{view.email:<32} {view.name}: {', '.join([*words, *filter(None, [state])]) or '-'}"
