"""`caseflow unit`: add a unit in the session of a lead, and list the units."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.acting import Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.opened import opened, work_of
from caseflow.cli.say import say
from caseflow.cli.sentences import must
from caseflow.identity import NewUnit, found_unit, list_units
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.units import Unit, UnitKind

if TYPE_CHECKING:
    from caseflow.database.unit_of_work import Work

_KINDS = [kind.value for kind in UnitKind if kind is not UnitKind.OVERSIGHT]


@click.group()
def unit() -> None:
    """Add a unit, or list the units."""


@unit.command("add")
@click.argument("slug")
@click.option("--kind", type=click.Choice(_KINDS), required=True, help="What it is for.")
@click.option("--name", required=True, help="How people call it.")
@as_someone
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def add_unit(  # noqa: PLR0913 - one for each option
    handed: Handed,
    slug: str,
    email: str,
    password_file: Path | None,
    *,
    kind: str,
    name: str,
    as_json: bool,
) -> None:
    """Found the unit SLUG (its name in addresses); the lead who does it leads it too.

    Consents given before do not reach it.

    Example: caseflow unit add sued --kind counselling --name Süd --as leitung@example.org
    """
    new = NewUnit(slug, name, UnitKind(kind))
    with acting(handed, Login(email, password_file)) as someone:
        someone.act_as(Role.LEAD)
        founded = must(someone.do(_found, new))
    if as_json:
        click.echo(json.dumps(_object(founded), ensure_ascii=False))
        return
    told = say(
        "The unit {name} ({slug}) is founded; admit its staff now.",
        name=founded.name,
        slug=founded.slug,
    )
    click.echo(told)


@unit.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def list_all(handed: Handed, *, as_json: bool) -> None:
    """List the units of the provider; oversight is one of them.

    Example: caseflow unit list
    """
    with opened(handed) as installation, work_of(installation) as work:
        found = list_units(work)
    if as_json:
        click.echo(json.dumps({"units": [_object(each) for each in found]}, ensure_ascii=False))
        return
    for each in found:
        click.echo(f"{each.slug:<20} {each.kind:<20} {each.name}")


def _object(found: Unit) -> dict[str, str]:
    return {
        "id": str(found.id),
        "slug": found.slug,
        "kind": found.kind.value,
        "name": found.name,
    }


def _found(work: "Work", who: Actor | Person, new: NewUnit) -> Done[Unit] | Invalid | Refused:
    if isinstance(who, Person):
        return Refused(Reason.NOT_YOUR_ROLE)
    return found_unit(work, who, new)
