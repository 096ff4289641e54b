"""Find everything wrong with a letter: its template, its way, its fields, what gives her away."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from caseflow.letters.compose import Filled, names_of
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.letters import (
    BY_POST,
    ENVELOPE,
    LETTER_WAYS,
    OUTSIDE_WAYS,
    SEVERAL_LINES,
    Addressee,
    LetterField,
    LetterTemplate,
)
from caseflow.vocabulary.safe_contact import Care, Standing, Way, Ways

DOCUMENTS, WHEREABOUTS = "documents", "whereabouts"
_LINE, _TEXT, _NOTE = 200, 8000, 1000  # characters
# What of a letter says where it lies.
_FIELD_OF = {DOCUMENTS: "template", WHEREABOUTS: LetterField.ADDRESS.value}


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter as it was typed."""

    template: str
    language: str
    way: str
    values: Mapping[str, str] = field(default_factory=dict)  # by LetterField
    note: str = ""  # kept beside it


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a letter is checked against."""

    configuration: Configuration
    to: Addressee
    ways: Ways  # to the client, as they stand today
    names: Collection[str]  # of the provider and its units
    sender: tuple[str, ...]
    kept: Collection[str] = (DOCUMENTS, WHEREABOUTS)  # the categories that the unit keeps


def category_of(values: Mapping[LetterField, str], to: Addressee) -> str:
    """Return where a letter lies.

    Danger: on the envelope of hers stands where she is. Whoever may know her documents need not
    know that, so such a letter lies with her whereabouts.
    """
    hers = to is Addressee.CLIENT and values.get(LetterField.ADDRESS)
    return WHEREABOUTS if hers else DOCUMENTS


def check_letter(draft: LetterDraft, around: Surroundings) -> Filled | list[Problem]:
    """Return the letter filled in, or every problem with it.

    Nobody gets around a way that is closed: only a newer answer of hers opens it.
    """
    template = around.configuration.letters.get(draft.template)
    if template is None or around.to not in template.to:
        return [Problem("template", "no_such_template")]
    if draft.language not in _languages(template, around):
        return [Problem("language", "not_a_choice")]
    standing, problems = _check_way(draft, template, around)
    values = {each: draft.values.get(each, "").strip() for each in LetterField}
    problems += _check_fields(template, draft, values)
    problems += [
        Problem(name, "no_such_field") for name in sorted(draft.values.keys() - set(LetterField))
    ]
    category = category_of(values, around.to)
    if category not in around.kept:
        problems.append(Problem(_FIELD_OF[category], f"no_{category}_here"))
    if len(draft.note) > _NOTE:
        problems.append(Problem("note", "too_long", {"most": str(_NOTE)}))
    neutral = standing is not None and Care.NEUTRAL in standing.care
    tongue = around.configuration.tongues.get(draft.language)
    filled = Filled(template, draft.language, values, () if neutral else around.sender, tongue)
    if neutral:
        problems += _check_neutral(filled, around.names)
    return problems or filled


def _languages(template: LetterTemplate, around: Surroundings) -> Collection[str]:
    """Return in what it may be written: what goes outside, in the languages of the pages alone."""
    pages = around.configuration.languages
    outside = around.to is Addressee.OUTSIDE
    return [each for each in template.words if each in pages or not outside]


def _check_way(
    draft: LetterDraft, template: LetterTemplate, around: Surroundings
) -> tuple[Standing | None, list[Problem]]:
    """Return how the way to her stands, where the letter goes to her or is carried by her."""
    outside = around.to is Addressee.OUTSIDE
    if draft.way not in (OUTSIDE_WAYS if outside else LETTER_WAYS):
        return None, [Problem("way", "not_a_choice")]
    if outside:
        return None, []
    standing = around.ways.of(Way(draft.way))
    if not standing.open:
        return standing, [Problem("way", "way_closed")]
    if Care.NEUTRAL in standing.care and not template.neutral:
        return standing, [Problem("way", "letter_not_neutral")]
    return standing, []


def _check_fields(
    template: LetterTemplate, draft: LetterDraft, values: Mapping[LetterField, str]
) -> Iterator[Problem]:
    needed = {LetterField.NAME, *template.fields}
    needed |= {LetterField.ADDRESS} if draft.way in BY_POST else set()
    for each in LetterField:
        most = _TEXT if each in SEVERAL_LINES else _LINE
        if each in needed and not values[each]:
            yield Problem(each.value, "required")
        elif values[each] and each not in needed | ENVELOPE:
            yield Problem(each.value, "no_such_field")
        elif len(values[each]) > most:
            yield Problem(each.value, "too_long", {"most": str(most)})


def _check_neutral(filled: Filled, names: Collection[str]) -> Iterator[Problem]:
    """Yield the fields that say whose letter it is, or the template where its own words do."""
    telling = [each for each, value in filled.values.items() if names_of(names, value)]
    yield from (Problem(each.value, "names_the_sender") for each in telling)
    if not telling and names_of(names, f"{filled.subject}\n{filled.text}"):
        yield Problem("template", "names_the_sender")
