"""The one rule set for what people and programs send: explicit fields, codes, no sentences."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import structlog
from marshmallow import RAISE, Schema, ValidationError, fields
from typing_extensions import override

from caseflow.vocabulary.answers import Invalid, Problem

# marshmallow's keys of its own messages that have a code of their own
_CODES = {"required": "required", "null": "required"}
_OTHERWISE = "not_readable"
_UNKNOWN = "unknown_field"
_LOG = structlog.get_logger()


class InSchema(Schema):
    """What may be sent: a field that is not named here is refused."""

    class Meta:
        """Unknown fields are refused, here and in everything built on this."""

        unknown = RAISE

    error_messages: dict[str, str] = {"unknown": _UNKNOWN, "type": "not_readable"}  # noqa: RUF012 - as marshmallow declares it

    @override
    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Let a field answer with codes in place of marshmallow's sentences."""
        keys = field_obj.error_messages
        field_obj.error_messages = {key: _CODES.get(key, _OTHERWISE) for key in keys}


class Line(fields.String):
    """One line of text without blanks around it, at most `most` characters long."""

    def __init__(self, *, most: int = 200, required: bool = True) -> None:
        super().__init__(required=required)
        self.most = most

    @override
    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = self.cleaned(super()._deserialize(value, attr, data, **kwargs))
        if len(text) > self.most:
            raise ValidationError([Problem("", "too_long", {"most": str(self.most)})])
        if not text and self.required:
            raise self.make_error("required")
        return text

    def cleaned(self, text: str) -> str:
        """Return the text as it is kept."""
        return text.strip()


class Secret(Line):
    """A password: taken as it was typed, blanks and all."""

    def __init__(self) -> None:
        super().__init__(most=1000)

    @override
    def cleaned(self, text: str) -> str:
        """Return the password unchanged."""
        return text


def one_of(words: Iterable[str]) -> Callable[[str], None]:
    """Return what refuses any word but these; the sentence about it is the same everywhere."""
    known = frozenset(map(str, words))

    def choose(word: str) -> None:
        if word not in known:
            raise ValidationError([Problem("", "not_a_choice")])

    return choose


def read(schema: InSchema, sent: Mapping[str, Any]) -> dict[str, Any] | Invalid:
    """Return what was sent as the schema reads it, or every problem at its field."""
    try:
        return dict(schema.load(sent))
    except ValidationError as error:
        found = Invalid(tuple(_problems(error.messages, "")))
    if any(each.code == _UNKNOWN for each in found.problems):
        _LOG.warning("unknown field", schema=type(schema).__name__)  # no page of ours sends one
    return found


def _problems(found: object, field: str) -> Iterator[Problem]:
    """Yield the problems of marshmallow's nested messages; inner fields are named `outer.inner`."""
    match found:
        case dict():
            for name, inner in found.items():
                # what concerns the whole of it is the outer field's problem
                path = field if name == "_schema" else f"{field}.{name}".lstrip(".")
                yield from _problems(inner, path)
        case list():
            for inner in found:
                yield from _problems(inner, field)
        case Problem(code=code, values=values):
            yield Problem(field, code, values)
        case _:
            code = str(found)
            # a validator's own sentence is no code
            yield Problem(field, code if code.isidentifier() else _OTHERWISE)
