"""Applications that share what each would work out anew: how addresses are built, and templates.

Hundreds are made in a run, one for each test of a page, and all have the same pages.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask
from flask.templating import Environment
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from typing_extensions import override
from werkzeug.routing import Rule

from caseflow.app import Caseflow

if TYPE_CHECKING:
    from types import CodeType


class KnownRule(Rule):
    """A rule that takes over what it means, and how its addresses are built, from an equal one."""

    known: dict[tuple[object, ...], "KnownRule"] = {}  # noqa: RUF012 - shared by all on purpose

    @override
    def compile(self) -> None:
        asked = (self.rule, tuple((self.defaults or {}).items()), self.subdomain, self.host)
        first = self.known.setdefault(asked, self)
        if first is self:
            super().compile()
            return
        self._parts, self._trace = first._parts, first._trace  # noqa: SLF001 - of the same class
        self._converters = first._converters  # noqa: SLF001 - of the same class
        self.arguments = {*self.arguments, *first.arguments}
        for name in ("_build", "_build_unknown"):
            setattr(self, name, getattr(first, name).__func__.__get__(self))


class KnownTemplates(BytecodeCache):
    """The code of every template that an application has read."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key, bucket.checksum] = bucket.code


class KnowingEnvironment(Environment):
    """An environment that finds the code of templates among those of the others."""

    templates = KnownTemplates()

    def __init__(self, app: Flask, **options: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(app, **{"bytecode_cache": self.templates, **options})


@pytest.fixture(scope="session", autouse=True)
def quick_applications() -> Iterator[None]:
    """Let every application of this process know what the others have worked out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Caseflow, "url_rule_class", KnownRule)
        patch.setattr(Caseflow, "jinja_environment", KnowingEnvironment)
        yield
