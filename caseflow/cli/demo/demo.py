"""`caseflow demo`: a provider with four units to look at, with nothing to set up."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from caseflow.cli.demo.folder import default_folder, is_demo, settings_of
from caseflow.cli.demo.make_demo import make_demo
from caseflow.cli.demo.people import PASSWORD, STAFF
from caseflow.cli.demo.tell_story import tell_story
from caseflow.cli.demo.walkthrough import walkthrough
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.cli.sentences import ROLES
from caseflow.cli.serve import Server, address_of, check_road, listen

if TYPE_CHECKING:
    from caseflow.cli.demo.people import Person


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--data", type=click.Path(path_type=Path), help="Directory in which the demo lives.")
@click.option("--walkthrough", "walks", is_flag=True, help="Play a client's way here, and end.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@pass_handed
def demo(
    handed: Handed, host: str, port: int, data: Path | None, *, walks: bool, as_json: bool
) -> None:
    """Make a demo once, print its address and log-ins, and serve it until stopped.

    The same --data a second time keeps what was written. All persons and stories are made up.

    With --walkthrough, one client's way through all units is played in the terminal instead: what
    is shared at each step, what stays closed, what she need not say again, what the log proves.

    Example: caseflow demo --port 8080
    """
    if walks:
        walkthrough(handed, None if data is None else data.absolute(), as_json=as_json)
        return
    _serve(handed, (data or default_folder()).absolute(), (host, port), as_json=as_json)


def _serve(handed: Handed, folder: Path, place: tuple[str, int], *, as_json: bool) -> None:
    host, port = place
    check_road(handed.settings(folder), host)
    if not is_demo(folder):
        listen(host, port).close()  # a port that is taken is told before the work, not after it
        click.echo(say("The demo is being made; this takes some seconds."), err=True)
        make_demo(handed, folder, tell_story)
    listener = listen(host, port)
    settings = settings_of(handed, folder)
    address = address_of(host, port)
    click.echo(_object(address, folder) if as_json else _text(address, folder))
    Server(handed, settings, listener, settings.workers).run()


def _object(address: str, folder: Path) -> str:
    log_ins = [
        {"email": person.email, "name": person.name, "roles": dict(person.roles)}
        for person in STAFF
    ]
    told = {"address": address, "data": str(folder), "password": PASSWORD, "log_ins": log_ins}
    return json.dumps(told, ensure_ascii=False)


def _text(address: str, folder: Path) -> str:
    return "\n".join(
        [
            say(
                "Open {address} and log in, each with the password {password}:",
                address=address,
                password=PASSWORD,
            ),
            *(f"  {person.email:<32}{_place(person)}" for person in STAFF),
            say(
                "The demo lives in {folder}. Delete that directory to begin anew; Ctrl+C stops it.",
                folder=folder,
            ),
        ]
    )


def _place(person: "Person") -> str:
    if person.administrator:
        return f"{person.name}, {say('administrator')}"
    roles = ", ".join(sorted({say(ROLES[role]) for role in person.roles.values()}))
    return f"{person.name}, {roles}: {', '.join(person.roles)}"
