"""Take a password, or another secret, from a file that only its owner reads, or typed."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from caseflow.cli.say import say
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.sentences import Sentence

F = TypeVar("F", bound=Callable[..., Any])
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def password_file(command: F) -> F:
    """Give a command the option that names a file with the password in it."""
    option = click.option(
        "--password-file",
        envvar="CASEFLOW_PASSWORD_FILE",
        type=click.Path(path_type=Path),
        help="File that holds the password; left out: CASEFLOW_PASSWORD_FILE, else it is asked.",
    )
    return option(command)


def take_password(file: Path | None, *, new: bool = False) -> str:
    """Return the password; a new one is typed twice. Raises OperatorError with a sentence."""
    if file is None:
        typed: str = click.prompt(
            say("Password"), hide_input=True, confirmation_prompt=new, err=True, type=str
        )
        return typed
    unreadable = Sentence("The password file {file} cannot be read.", {"file": file})
    text = read_private(file, unreadable)
    return text.removesuffix("\n").removesuffix("\r")


def read_private(file: Path, unreadable: Sentence) -> str:
    """Return a file that nobody but its owner may read; raises OperatorError with a sentence."""
    try:
        mode = file.stat().st_mode
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError(unreadable) from error
    if mode & _OTHERS:
        raise OperatorError("{file} may be read by others; run: chmod 600 {file}", file=file)
    return text
