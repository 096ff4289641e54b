"""`caseflow init`: found an installation, and print its recovery shares once."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.name_provider import check_name, name_provider
from caseflow.cli.passwords import password_file, take_password
from caseflow.cli.say import say
from caseflow.cli.sentences import problems_said
from caseflow.cli.sharings import read_sharing, shares_said
from caseflow.identity import Account, NewUnit
from caseflow.operations.engine_at import engine_at
from caseflow.operations.found_installation import Founding, found_installation
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.migrate import upgrade
from caseflow.vocabulary.answers import Invalid
from caseflow.vocabulary.clock import SystemClock
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.units import UnitKind

if TYPE_CHECKING:
    from caseflow.operations.found_installation import Founded
    from caseflow.vocabulary.configuration import Configuration


@click.command()
@click.option("--provider", required=True, help="Name of the organisation.")
@click.option("--founder", required=True, metavar="EMAIL", help="Who admits the first leads.")
@click.option("--founder-name", help="How colleagues see her; left out: the address's first part.")
@click.option(
    "--units",
    default="counselling,shelter,housing,qualification",
    show_default=True,
    help="Kinds of the first units, with commas between them.",
)
@click.option("--recovery-shares", default="3-of-5", show_default=True, metavar="K-of-N")
@password_file
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def init(  # noqa: PLR0913 - one for each option
    handed: Handed,
    provider: str,
    founder: str,
    founder_name: str | None,
    password_file: Path | None,
    *,
    units: str,
    recovery_shares: str,
    as_json: bool,
) -> None:
    """Found an installation: make its tables and all its keys, and ask for the founder's password.

    Her organisation's name goes into <data>/config/provider.toml, where every paper takes it from.
    She becomes a member of every unit, to admit the leads and the officers, and may leave then.
    Print the recovery shares, keep each in another safe, and clear the screen.

    Example: caseflow init --provider "Frauenhilfe e. V." --founder anna@example.org
    """
    settings = handed.settings()
    configuration = handed.read_configuration(settings.config_dir)
    outside = OutsideKeys(settings.needed_root_key(), settings.needed_trustee_key())
    if settings.keys_in_one_place is not None:
        raise OperatorError(settings.keys_in_one_place)
    check_name(settings.config_dir, configuration, provider.strip())
    needed, made = read_sharing(recovery_shares)
    first = _units(units, configuration)
    founding = Founding(
        provider=provider,
        founder=Account(
            founder, founder_name or founder.partition("@")[0], configuration.languages[0]
        ),
        password=take_password(password_file, new=True),
        units=first,
        shares_needed=needed,
        shares_made=made,
    )
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(settings.database_url)
    with engine_at(settings.database_url) as engine:
        founded = found_installation(engine, outside, configuration, SystemClock(), founding)
    if isinstance(founded, Invalid):
        raise OperatorError(problems_said(founded.problems))
    unnamed = name_provider(settings.config_dir, configuration, provider.strip())
    click.echo(_object(founded) if as_json else _text(founded, founding))
    if unnamed is not None:
        click.echo(unnamed, err=True)


def _units(text: str, configuration: "Configuration") -> tuple[NewUnit, ...]:
    kinds = [word.strip() for word in text.split(",")]
    offered = [kind for kind in configuration.units if kind is not UnitKind.OVERSIGHT]
    for kind in kinds:
        if kind not in offered:
            raise click.BadParameter(
                f"{kind or 'nothing'} is no kind of unit; choose from {', '.join(offered)}",
                param_hint="--units",
            )
    defaults = [configuration.units[UnitKind(kind)] for kind in kinds]
    language = configuration.languages[0]
    return tuple(NewUnit(each.slug, each.labels[language], each.kind) for each in defaults)


def _object(founded: "Founded") -> str:
    told = {
        "installation": str(founded.installation),
        "units": [{"id": str(each.id), "slug": each.slug} for each in founded.units],
        "recovery_shares": list(founded.shares),
    }
    return json.dumps(told)


def _text(founded: "Founded", founding: Founding) -> str:
    lines = [
        say(
            "Founded with the units {units}.",
            units=", ".join(each.slug for each in founded.units),
        ),
        say(
            "The recovery shares: any {needed} of these {made} open everything, so keep each in "
            "another safe. They are printed once and kept nowhere.",
            needed=founding.shares_needed,
            made=founding.shares_made,
        ),
    ]
    lines += shares_said(founded.shares)
    return "\n".join([*lines, "", say("Next: caseflow serve, then log in and admit the leads.")])
