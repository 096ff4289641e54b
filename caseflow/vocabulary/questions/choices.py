"""Read a choice: yes and no, and the options of a list by their code or their label."""

from caseflow.vocabulary.questions.catalogue import Option
from caseflow.vocabulary.questions.faults import Asked, Fault, wrong_kind

UNKNOWN = "unknown"

_YES_NO: dict[str, bool] = {"yes": True, "ja": True, "true": True}
_YES_NO |= {"no": False, "nein": False, "false": False}
_UNKNOWN = frozenset({UNKNOWN, "unbekannt", "weiss nicht"})  # casefolded


def read_yes_no(value: object, asked: Asked) -> bool | Fault:
    """Return a bool."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, str):
        return wrong_kind(asked)
    found = _YES_NO.get(value.strip().casefold())
    return Fault("not_yes_no", {"given": value}) if found is None else found


def read_yes_no_unknown(value: object, asked: Asked) -> str | Fault:
    """Return `yes`, `no` or `unknown`."""
    if isinstance(value, str) and value.strip().casefold() in _UNKNOWN:
        return UNKNOWN
    found = read_yes_no(value, asked)
    if isinstance(found, Fault):
        return found
    return "yes" if found else "no"


def read_choice(value: object, asked: Asked) -> str | Fault:
    """Return the code of one option."""
    if not isinstance(value, str):
        return wrong_kind(asked)
    option = _option(value, asked)
    return option.code if option else Fault("no_such_option", {"given": value})


def read_choices(value: object, asked: Asked) -> list[str] | Fault:
    """Return codes of options, each once, in the order of their list."""
    given = value if isinstance(value, list) else [value]
    found = [read_choice(item, asked) for item in given]
    fault = next((item for item in found if isinstance(item, Fault)), None)
    if fault:
        return fault
    options = asked.question.options(asked.part)
    return [option.code for option in options if option.code in found]


def _option(text: str, asked: Asked) -> Option | None:
    wanted = text.strip().casefold()
    for option in asked.question.options(asked.part):
        names = {option.code, *(label.casefold() for label in option.labels.values())}
        if wanted in names:
            return option
    return None
