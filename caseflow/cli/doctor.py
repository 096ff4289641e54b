"""`caseflow doctor`: list the settings and say what is wrong with this installation."""

import json
from typing import TYPE_CHECKING, Any

import click

from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.outside import given
from caseflow.cli.say import say
from caseflow.identity import OpenIdProvider
from caseflow.operations.backups.last_made import last_made
from caseflow.operations.examine import Finding, examine
from caseflow.operations.founded_for import founded_for

if TYPE_CHECKING:
    from caseflow.settings.environment import Settings
    from caseflow.vocabulary.configuration import Configuration


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@pass_handed
def doctor(handed: Handed, context: click.Context, *, as_json: bool) -> None:
    """List the settings, check the configuration, the database and the keys.

    Example: caseflow doctor --json
    """
    settings = handed.settings()
    configuration = handed.read_configuration(settings.config_dir)
    rule = configuration.openid
    openid = None if rule is None else OpenIdProvider(rule, settings.needed_openid_secret())
    findings = examine(settings.database_url, given(settings), openid, configuration)
    found = _report(settings, configuration, findings)
    made = last_made(settings.database_url)
    found["founded_for"] = founded_for(settings.database_url)
    found["last_backup"] = None if made is None else made.isoformat(timespec="minutes")
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else _text(found))
    if not found["healthy"]:
        problem = next(each.problem for each in findings if each.problem)
        click.echo(f"caseflow: {say(problem)}", err=True)
        context.exit(1)


def _report(
    settings: "Settings", configuration: "Configuration", findings: tuple[Finding, ...]
) -> dict[str, Any]:
    return {
        "healthy": all(each.problem is None for each in findings),
        "settings": [
            {"name": each.name, "value": each.shown, "source": each.source}
            for each in settings.listing
        ],
        "configuration": {
            "provider": configuration.provider,
            "time_zone": configuration.zone.key,
            "languages": list(configuration.languages),
            "categories": list(configuration.categories),
            "questions": len(configuration.catalogue.questions),
            "retention": {
                key: {"months": rule.months, "reference": rule.reference, "ground": rule.ground}
                for key, rule in configuration.retention.items()
            },
        },
        "findings": [
            {
                "check": each.check.value,
                "sound": each.problem is None,
                "problem": None if each.problem is None else say(each.problem),
            }
            for each in findings
        ],
    }


def _text(found: dict[str, Any]) -> str:
    configured = found["configuration"]
    lines = [say("Settings")]
    lines += [
        f"  {each['name']} = {each['value'] or '-'} ({each['source']})"
        for each in found["settings"]
    ]
    lines += [
        say("Configuration"),
        f"  {configured['provider']}, {configured['time_zone']}",
        *_other_name(found["founded_for"], configured["provider"]),
        say("  pages in {languages}", languages=", ".join(configured["languages"])),
        say(
            "  {categories} categories, {questions} questions",
            categories=len(configured["categories"]),
            questions=configured["questions"],
        ),
        say("Retention"),
    ]
    lines += [
        say("  {key}: {months} months after {reference} ({ground})", key=key, **rule)
        for key, rule in configured["retention"].items()
    ]
    lines.append(_last_backup(found["last_backup"]))
    lines.append(say("Findings"))
    lines += [f"  {each['check']}: {each['problem'] or say('sound')}" for each in found["findings"]]
    return "\n".join(lines)


def _other_name(founded: str | None, configured: str) -> list[str]:
    """Return a line where papers name somebody else than whom the installation was founded for."""
    if founded in {None, configured}:
        return []
    return [
        say(
            "  founded for {founded}: every paper names {configured} all the same; if that is not "
            "right, write the name into provider.toml",
            founded=founded,
            configured=configured,
        )
    ]


def _last_backup(made: str | None) -> str:
    if made is None:
        return say("There is no backup yet; see: caseflow backup --help")
    return say("The last backup was made at {made}.", made=made)
