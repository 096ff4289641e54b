"""What one line of the table of calls says: address, policy, what it takes and gives."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import Schema

from caseflow.http.schemas import InSchema
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.permissions import Permission

PREFIX = "/api/v1"
Shown = Mapping[str, Any]  # what an Out schema dumps


@dataclass(frozen=True, slots=True)
class Sent:
    """What a program sent, read by the schemas of its call."""

    body: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    version: int | None = None  # from If-Match


@dataclass(frozen=True, slots=True)
class Given:
    """An answer of its own kind: what is shown, and the headers that go with it."""

    body: Any = None
    status: int | None = None  # left out: that of the call
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of the interface.

    `act` is given the ids of the address and what was sent; it returns a room's answer or what
    is `Given`. `show` makes of a room's value what the Out schema dumps. `knock` says whether
    whom the address names is open at all, where what was sent cannot be read or is answered once
    more; `knock_after` does so by what was answered, where the address names nobody, or where
    more than that she is open decides about giving it again.
    """

    method: str
    address: str
    summary: str
    permission: Permission
    act: Callable[..., Any]
    show: Callable[[Any], Any] | None = None
    takes: type[InSchema] | None = None
    asks: type[InSchema] | None = None
    takes_file: bool = False  # its body is a file, whatever its media type says
    unhindered: bool = False  # what is sent with it is passed over: nothing may hold it up
    gives: type[Schema] | None = None
    media_type: str = "application/json"  # of what it gives
    also: tuple[str, ...] = ()  # other media types that Accept may ask for
    status: int = 200
    versioned: bool = False  # answers carry an ETag
    if_match: str = ""  # "needed" or "optional"
    reads: bool = False  # a POST that changes nothing: no answer of it is kept
    fresh_factor: bool = False  # whoever has a second factor has shown it just now
    in_person: bool = False  # no program does it by a token
    without_factor: bool = False  # open to her who needs a second factor and has none
    own_unit: tuple[str, ...] = ("unit",)  # fields that name the acting unit, and no other
    knock: Callable[..., Refused | None] | None = None
    knock_after: Callable[[Mapping[str, Any]], Refused | None] | None = None

    @property
    def name(self) -> str:
        """Return the name of its endpoint: method and address, made one word."""
        words = re.findall(r"[a-z_]+", re.sub(r"<[a-z]+:", "<", self.address))
        return "_".join([self.method.lower(), *words])

    @property
    def about_client(self) -> bool:
        """Say whether the address names one client, or something of hers."""
        return self.knock is not None
