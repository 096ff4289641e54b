"""Say where a try at a log-in comes from, since each kind of place is counted apart."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Caller:
    """Who tries: a browser, a program, or an operator at the command line."""

    browser: str | None = field(default=None, repr=False)  # its token, or empty; None: no browser
    command_line: bool = False
    program: bool = False  # the token of its session is no cookie


STRANGER = Caller()
PROGRAM = Caller(program=True)  # a stranger like any other: it keeps no cookie
# Whoever types there has the root key, and could guess without us; nobody from outside does.
COMMAND_LINE = Caller(command_line=True)
