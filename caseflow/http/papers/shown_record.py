"""Say the record of processing in one language, as programs read it and papers print it."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from caseflow.http.papers.record_words import CONTACT, MEASURES, PERSONS, REFERENCES
from caseflow.http.papers.voice import Voice
from caseflow.oversight import ProcessingRecord
from caseflow.vocabulary.configuration import Contact

Shown: TypeAlias = Mapping[str, Any]


def shown_record(record: ProcessingRecord, voice: Voice) -> Shown:
    """Return the record; what nobody has entered is null, and named under `missing`."""
    known = voice.configuration
    return {
        "made_on": record.made_on,
        "language": voice.language,
        "controller": {"name": known.provider, **dict(_contact(known.contact))},
        "missing": [voice.say(CONTACT[each]) for each in record.missing],
        "purposes": [
            {"key": each.key, "label": voice.label(each.labels)} for each in known.purposes.values()
        ],
        "persons": list(map(voice.say, PERSONS)),
        "categories": [
            {"key": each.key, "label": voice.label(each.labels), "special": each.special}
            for each in known.categories.values()
        ],
        "units": [{"name": each.name, "kind": each.kind.value} for each in record.units],
        "partners": [
            {"name": each.name, "kind": _kind(each.kind, voice)} for each in record.partners
        ],
        "retention": [
            {
                "key": each.key,
                "label": voice.label(each.labels),
                "months": each.months,
                "after": voice.say(REFERENCES[each.reference]),
                "ground": each.grounds.get(voice.language, each.ground),
            }
            for each in known.retention.values()
        ],
        "measures": list(map(voice.say, MEASURES)),
    }


def _contact(contact: Contact) -> Iterator[tuple[str, str | None]]:
    for each in CONTACT:
        said = getattr(contact, each)
        yield each, (", ".join(said) if isinstance(said, tuple) else said) or None


def _kind(key: str, voice: Voice) -> str:
    found = voice.configuration.partner_kinds.get(key)
    return key if found is None else voice.label(found.labels)
