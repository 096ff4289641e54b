"""Read words as told: kept as they are, but for what a page or a database cannot hold."""

import re
import unicodedata

from caseflow.vocabulary.questions.faults import Asked, Fault, items, wrong_kind

LONGEST_TEXT = 20_000
LONGEST_LINE = 500
MOST_LINES = 200

_UNSEEN = frozenset({"Cf", "Zl", "Zp", "Zs"})  # marks of direction, joiners, blanks
# a letter before the five digits tells employed from self-employed trades and is not kept
_OCCUPATION = re.compile(r"(?:KldB )?(?:[A-Z] ?)?(\d{5})", re.ASCII)


def read_text(value: object, asked: Asked) -> str | Fault:
    """Return words of several lines, line ends as newlines, without outer blanks."""
    if not isinstance(value, str):
        return wrong_kind(asked)
    return _clean(value, LONGEST_TEXT)


def read_line(value: object, asked: Asked) -> str | Fault:
    """Return one line."""
    if not isinstance(value, str):
        return wrong_kind(asked)
    return _clean(" ".join(value.split()), LONGEST_LINE)


def read_lines(value: object, asked: Asked) -> list[str] | Fault:
    """Return one line for each thing, in the order told."""
    given = items(value, "\r")
    if given is None:
        return wrong_kind(asked)
    if len(given) > MOST_LINES:
        return Fault("too_many", {"most": str(MOST_LINES)})
    lines = [line for line in (_clean(line, LONGEST_LINE) for line in given) if line != ""]
    fault = next((line for line in lines if isinstance(line, Fault)), None)
    return fault or [line for line in lines if isinstance(line, str)]


def read_occupation(value: object, asked: Asked) -> str | Fault:
    """Return the five digits of an occupation in the KldB 2010; the list itself is imported."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return wrong_kind(asked)
    found = _OCCUPATION.fullmatch(str(value).strip())
    return found[1] if found else Fault("not_a_code", {"given": str(value)})


def _clean(text: str, longest: int) -> str | Fault:
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(kept) > longest:
        return Fault("too_long", {"length": str(len(kept)), "most": str(longest)})
    if all(unicodedata.category(sign) in _UNSEEN for sign in kept):
        return ""  # an answer that nobody can see would count as told
    if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t" for sign in kept):
        return Fault("control_character")
    return kept
