"""Say what the walk shows, in the reader's language."""

from collections.abc import Iterable, Mapping
from textwrap import fill
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caseflow.cli.demo.measure_step import Step
    from caseflow.cli.demo.walk import Walked
    from caseflow.oversight import LogLine
    from caseflow.vocabulary.configuration import Category, Configuration
    from caseflow.vocabulary.questions.catalogue import Question

_WIDTH, _INDENT = 92, "    "
_GERMAN = MappingProxyType(
    {
        "nothing": "nichts",
        "shared": "Sie hat erlaubt, dass dieser Bereich sieht: {words}",
        "closed": "Verschlossen bleibt ihm von anderen Bereichen: {words}",
        "questions": "Fragen am ersten Tag: {total}. Schon beantwortet: {spared}. "
        "Noch zu stellen: {left}.",
        "spared": "Das muss sie nicht noch einmal sagen: {words}",
        "withdrawal": "Widerruf: Sie nimmt die letzte Einwilligung zurück",
        "drawers": "Offene Fächer anderer Bereiche vorher: {before}, danach: {after}.",
        "entry": "Ein Eintrag eines anderen Bereichs: vorher {before}, beim nächsten Lesen "
        "{after}.",
        "opened": "geöffnet",
        "refused": "verweigert",
        "receipt": "Auf ihrer Quittung steht, was darunter gesehen wurde: {seen} Zeilen.",
        "log": "Was das Protokoll beweist",
        "looks": "{unit}: {count} Zugriffe auf sie ({bases}), davon ohne Grundlage: {without}.",
        "report": "{entries} Einträge nachgerechnet, Wurzel {root}: {verdict}.",
        "sound": "unverändert",
        "broken": "NICHT wie geschrieben",
        "all": "Auf dem ganzen Weg: {total} Fragen, davon {spared} nicht noch einmal gestellt.",
    }
)
_ENGLISH = MappingProxyType(
    {
        "nothing": "nothing",
        "shared": "She has allowed this unit to see: {words}",
        "closed": "Of other units, this stays closed to it: {words}",
        "questions": "Questions of the first day: {total}. Answered already: {spared}. "
        "Still to be asked: {left}.",
        "spared": "She need not say again: {words}",
        "withdrawal": "Withdrawal: she takes the last consent back",
        "drawers": "Open drawers of other units before: {before}, after: {after}.",
        "entry": "An entry of another unit: before {before}, at the very next read {after}.",
        "opened": "opened",
        "refused": "refused",
        "receipt": "Her receipt lists what was seen under it: {seen} lines.",
        "log": "What the log proves",
        "looks": "{unit}: {count} accesses to her ({bases}), without a basis: {without}.",
        "report": "{entries} entries hashed again, root {root}: {verdict}.",
        "sound": "as they were written",
        "broken": "NOT as they were written",
        "all": "On the whole way: {total} questions, of which {spared} were not asked again.",
    }
)
SENTENCES: Mapping[str, Mapping[str, str]] = MappingProxyType({"de": _GERMAN, "en": _ENGLISH})


def say_step(configuration: "Configuration", language: str, step: "Step") -> str:
    """Return what one unit knew on the day she came."""
    say = _sentences(language)
    labels = configuration.categories
    questions = configuration.catalogue.by_key

    def words(found: Iterable[str], of: "Mapping[str, Category | Question]") -> str:
        return " · ".join(of[each].labels[language] for each in found) or say["nothing"]

    left = step.questions_total - len(step.spared)
    counted = say["questions"].format(
        total=step.questions_total, spared=len(step.spared), left=left
    )
    lines = [
        say["shared"].format(words=words(step.shared, labels)),
        say["closed"].format(words=words(step.closed, labels)),
        counted,
        say["spared"].format(words=words(step.spared, questions)),
    ]
    return _block(step.name[language], lines)


def say_walk(language: str, walked: "Walked") -> str:
    """Return what came at the end: the withdrawal, the log, and the sum."""
    say = _sentences(language)
    spared = sum(len(step.spared) for step in walked.steps)
    total = sum(step.questions_total for step in walked.steps)
    report = walked.report
    verdict = say["sound" if report.verified else "broken"]
    proof = say["report"].format(entries=report.entries, root=report.root.hex(), verdict=verdict)
    return "\n".join(
        [
            _block(say["withdrawal"], _withdrawal(say, walked)),
            _block(say["log"], [*_looks(say, walked.looks), proof]),
            say["all"].format(total=total, spared=spared),
        ]
    )


def _withdrawal(say: Mapping[str, str], walked: "Walked") -> list[str]:
    found = walked.withdrawal
    lines = [say["drawers"].format(before=found.before_open, after=found.after_open)]
    if found.entry_before is not None:
        read = {True: say["opened"], False: say["refused"]}
        lines.append(
            say["entry"].format(
                before=read[found.entry_before], after=read[bool(found.entry_after)]
            )
        )
    return [*lines, say["receipt"].format(seen=found.seen)]


def _looks(say: Mapping[str, str], looks: "Iterable[LogLine]") -> list[str]:
    by_unit: dict[str, list[LogLine]] = {}
    for look in looks:
        by_unit.setdefault(look.unit_name, []).append(look)
    return [
        say["looks"].format(
            unit=unit,
            count=len(found),
            bases=", ".join(sorted({basis.kind for look in found for basis in look.bases})),
            without=sum(not look.bases for look in found),
        )
        for unit, found in sorted(by_unit.items())
    ]


def _sentences(language: str) -> Mapping[str, str]:
    return SENTENCES.get(language, _ENGLISH)


def _block(heading: str, lines: Iterable[str]) -> str:
    told = [fill(line, _WIDTH, initial_indent="  ", subsequent_indent=_INDENT) for line in lines]
    return "\n".join([heading, *told, ""])
