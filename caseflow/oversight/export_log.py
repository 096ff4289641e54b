"""Write the whole log into a file for an officer: one act, traced before the first line is out."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from caseflow.audit.look import LogEntry, LogFilter, entries, newest_checkpoint
from caseflow.audit.verify import Progress
from caseflow.database.unit_of_work import Work
from caseflow.oversight.log_files import LogFile, csv_rows, fhir_bundle, json_lines
from caseflow.oversight.log_lines import log_lines
from caseflow.oversight.trace_look import trace_look
from caseflow.vault.bring_in import bring_in
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.fhir import Release

_AT_ONCE = 500


class LogForm(StrEnum):
    """The forms that the log can be written in."""

    JSONL = "jsonl"
    CSV = "csv"
    FHIR_R4 = "fhir-4.0"
    FHIR_R5 = "fhir-5.0"


def export_log(
    work: Work, actor: Actor, form: LogForm, write: Callable[[str], object], progress: Progress
) -> Disclosed[int] | Refused:
    """Write every entry up to now, the oldest first, and return how many there were.

    The look itself is an entry, and the first that is not among them.
    """
    bring_in(work)
    answer = trace_look(work, actor, {"export": form}, lambda: _size(work))
    if isinstance(answer, Refused):
        return answer
    file, between = _file(work, form), ""
    write(file.begin)
    for first in range(0, answer.value, _AT_ONCE):
        last = min(first + _AT_ONCE, answer.value)
        for piece in _pieces(work, file, _entries(work, first, last)):
            write(between + piece)
            between = file.between
        progress(last, answer.value)
    write(file.end)
    return answer


def _size(work: Work) -> int:
    head = newest_checkpoint(work)
    return 0 if head is None else head.size


def _file(work: Work, form: LogForm) -> LogFile:
    match form:
        case LogForm.JSONL:
            return json_lines()
        case LogForm.CSV:
            return csv_rows()
        case LogForm.FHIR_R4 | LogForm.FHIR_R5:
            release = Release.R4 if form is LogForm.FHIR_R4 else Release.R5
            return fhir_bundle(release, work.installation, work.clock.now())


def _entries(work: Work, first: int, last: int) -> list[LogEntry]:
    found = entries(work, LogFilter(), last, last - first)
    return [entry for entry in reversed(found) if entry.position >= first]


def _pieces(work: Work, file: LogFile, found: Sequence[LogEntry]) -> list[str]:
    """Return the pieces of some entries; the database is let go before they are written."""
    pieces = list(file.pieces(found, log_lines(work, found)))
    work.finish()
    return pieces
