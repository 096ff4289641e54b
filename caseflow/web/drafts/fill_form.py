"""Put what was typed back into the form of a page, whichever page it is.

The page is rendered as always, with everything that is decided about it; only the values of its own
fields are set. What finds no field any more is handed back, so that no word is lost.

Danger: what a field that nobody sees says, such as the consent under which something is told, is
the page's own. Another's, typed at the same address, would send what she reads here elsewhere.
"""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from caseflow.drafts import ONLY
from caseflow.http.form_marks import MARKS
from caseflow.web.drafts.controls import Attributes, Control, Controls

_CHOSEN = frozenset({"checkbox", "radio"})
_NEVER = frozenset({"password", "file", "submit", "button", "image", "reset"})
_VERSION = re.compile(r"version(\..+)?")  # of the rows that the form was made from


@dataclass(frozen=True, slots=True)
class Filled:
    """The page around its form, filled in; what found no field; whether the row has changed."""

    before: str = field(repr=False)
    form: str = field(repr=False)  # and all behind it
    left: tuple[str, ...] = field(repr=False)
    changed: bool  # since it was typed


def fill_form(page: str, typed: Mapping[str, Sequence[str]]) -> Filled:
    """Return the page with these words in the fields of its form."""
    found, words = Controls(page), _Words(typed)
    changed, pieces = False, list[str]()
    begin = at = max(found.begin, 0)
    for control in filter(words.take, found.found):
        changed = changed or words.newer(control)
        new = words.put(control)
        if new is not None and control.begin >= at:
            pieces += [page[at : new.begin], new.text]
            at = new.end
    return Filled(page[:begin], "".join((*pieces, page[at:])), words.left(), changed)


@dataclass(frozen=True, slots=True)
class _New:
    """What stands in the page from here to there from now on."""

    begin: int
    end: int
    text: str


class _Words:
    """What was typed, and what of it has found no field yet."""

    def __init__(self, typed: Mapping[str, Sequence[str]]) -> None:
        self._typed = typed
        self._only = typed.get(ONLY)
        self._rest = {name: list(said) for name, said in typed.items() if name != ONLY}

    def take(self, control: Control) -> bool:
        """Say whether something typed can stand here."""
        of = control.of or control
        name, kind = of.attributes.get("name"), of.attributes.get("type")
        if self._only is not None and name not in self._only:
            return False
        return bool(name) and name not in MARKS and kind not in _NEVER and of.tag != "option"

    def left(self) -> tuple[str, ...]:
        """Return the words that found no field."""
        return tuple(each for said in self._rest.values() for each in said if each.strip())

    def newer(self, control: Control) -> bool:
        """Say whether the row has another version than the one that the words were typed at."""
        name, here = str(control.attributes.get("name")), control.attributes.get("value")
        said = self._typed.get(name, ()) if _VERSION.fullmatch(name) else ()
        return bool(said) and here not in said

    def put(self, control: Control) -> _New | None:
        """Return the field or choice with what was typed; None where it stays as it is."""
        here = control.attributes
        name = str((control.of or control).attributes["name"])
        if control.tag == "option":
            value = here.get("value")
            return self._choice(
                control, "selected", name, control.shown if value is None else value
            )
        if here.get("type") in _CHOSEN:
            return self._choice(control, "checked", name, here.get("value") or "on")
        said = self._rest.get(name)
        if control.tag == "select" or not said:
            return None
        if here.get("type") == "hidden" and not _VERSION.fullmatch(name):
            said.pop(0)
            return None
        if control.tag == "textarea":
            return _New(control.inside, control.end, "\n" + html.escape(said.pop(0)))
        return _New(control.begin, control.inside, _tag("input", {**here, "value": said.pop(0)}))

    def _choice(self, control: Control, how: str, name: str, value: str) -> _New:
        here = {key: said for key, said in control.attributes.items() if key != how}
        if value in self._typed.get(name, ()):
            here[how] = None
            if value in self._rest[name]:
                self._rest[name].remove(value)
        return _New(control.begin, control.inside, _tag(control.tag, here))


def _tag(tag: str, attributes: Attributes) -> str:
    shown = (
        f" {name}" if said is None else f' {name}="{html.escape(said)}"'
        for name, said in attributes.items()
    )
    return f"<{tag}{''.join(shown)}>"
