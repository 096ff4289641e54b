"""Fill in a form as somebody would who types into each field, and read what stands in it."""

from bs4 import Tag

from caseflow.http.form_marks import MARKS

Typed = dict[str, list[str]]
_KEPT_BY_NOBODY = frozenset({"file", "password", "submit"})
_GIVEN = frozenset({"hidden", "radio", "checkbox"})


def filled_in(form: Tag) -> Typed:
    """Return the values of a form in which every field was filled in and every choice made."""
    typed: Typed = {}
    for number, field in enumerate(_fields(form)):
        values = typed.setdefault(str(field["name"]), [])
        if not (values and _kind(field) == "radio"):
            values.append(_filling(field, number))
    return typed


def standing(form: Tag) -> Typed:
    """Return the values that stand in a form, but for its marks."""
    found: Typed = {}
    for field in _fields(form):
        chosen = [field]
        if _kind(field) == "select":
            chosen = field.select("option[selected]")
        elif _kind(field) in {"radio", "checkbox"} and "checked" not in field.attrs:
            chosen = []
        found.setdefault(str(field["name"]), []).extend(map(_value, chosen))
    return {name: values for name, values in found.items() if values and name not in MARKS}


def _fields(form: Tag) -> list[Tag]:
    named = [each for each in form.select("input, textarea, select") if each.get("name")]
    return [each for each in named if _kind(each) not in _KEPT_BY_NOBODY]


def _filling(field: Tag, number: int) -> str:
    if _kind(field) == "select":
        return _value(field.select("option")[-1])
    return _value(field) if _kind(field) in _GIVEN else f"Wort {number}"


def _kind(field: Tag) -> str:
    return str(field.get("type") or "text") if field.name == "input" else field.name


def _value(field: Tag) -> str:
    if field.name == "input":
        return str(field.get("value", "on"))
    # HTML drops the first line break of a textarea.
    return str(field.get("value", field.get_text().removeprefix("\n")))
