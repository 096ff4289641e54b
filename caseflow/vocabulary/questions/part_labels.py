"""The words beside the parts of an answer: what to write into this field of a form."""

from collections.abc import Mapping

from caseflow.vocabulary.questions.answer_types import Part

_LABELS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "text": "Näheres",
        "list": "im Einzelnen",
        "table": "im Einzelnen",
        "file": "Dateien:",
        "yes_no": "Antwort",
        "choice": "Auswahl",
        "choices": "Auswahl",
        "date": "am",
        "country": "Land",
        "reference": "Aktenzeichen",
        "from": "ab",
        "until": "bis",
        "level": "Niveau",
        "private": "liest nur sie:",
        "proceedings": "Verfahren läuft:",
        "reassess_on": "neu einschätzen am",
        "due_on": "Termin",
        "move_in": "Einzug",
        "move_out": "Auszug",
        "there": "da:",
        "missing": "fehlt:",
    },
    "en": {
        "text": "details",
        "list": "in detail",
        "table": "in detail",
        "file": "files:",
        "yes_no": "answer",
        "choice": "choice",
        "choices": "choice",
        "date": "on",
        "country": "country",
        "reference": "file reference",
        "from": "from",
        "until": "until",
        "level": "level",
        "private": "she alone reads it:",
        "proceedings": "proceedings are running:",
        "reassess_on": "to be judged again on",
        "due_on": "due on",
        "move_in": "moving in",
        "move_out": "moving out",
        "there": "there:",
        "missing": "missing:",
    },
}


def part_label(part: Part, language: str) -> str:
    """Return the words beside one part; a name that a provider made up is shown as it is."""
    return _LABELS["de" if language == "de" else "en"].get(part.name, part.name.replace("_", " "))
