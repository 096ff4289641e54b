"""Say what a restore has brought back, and what is still to be done by people."""

from typing import TYPE_CHECKING

from caseflow.cli.say import say

if TYPE_CHECKING:
    from caseflow.operations.backups.check_backup import Checked
    from caseflow.operations.backups.found_backup import FoundBackup
    from caseflow.operations.backups.restore import Restored
    from caseflow.oversight import Report


def checked_text(found: "FoundBackup", checked: "Checked") -> str:
    """Return what a look at a backup has found."""
    lines = [
        say(
            "{file}: both files are whole and signed, {rows} rows.",
            file=found.place.name,
            rows=checked.rows,
        )
    ]
    lines += _unsound(checked)
    if checked.sound:
        lines.append(say("verified"))
    return "\n".join(lines)


def _unsound(checked: "Checked") -> list[str]:
    lines = []
    if checked.broken_count:
        lines.append(
            say(
                "{count} rows are not as they were written: {rows}",
                count=checked.broken_count,
                rows=", ".join(checked.broken_seals),
            )
        )
    if not checked.log_agrees:
        lines.append(say("The entries of the log are not those that its head was signed for."))
    return lines


def restored_object(
    found: "FoundBackup", restored: "Restored", report: "Report"
) -> dict[str, object]:
    """Return the same for programs."""
    replayed = restored.replayed
    return {
        "backup": str(found.manifest.id),
        "rows": restored.rows,
        "suspended": restored.suspended,
        "replayed": None if replayed is None else replayed.done,
        "further": replayed is not None and replayed.further,
        "left": [] if replayed is None else list(replayed.left),
        "broken_seals": restored.checked.broken_count,
        "log_agrees": restored.checked.log_agrees,
        "log_size": report.size,
        "verified": report.verified,
    }


def restored_text(found: "FoundBackup", restored: "Restored", report: "Report") -> str:
    """Return what was brought back, what was ended again, and what the officers have to do."""
    said = found.manifest
    lines = [
        say(
            "Restored {rows} rows of {taken_at}; everybody logs in anew.",
            rows=restored.rows,
            taken_at=said.taken_at.isoformat(timespec="minutes"),
        )
    ]
    if restored.replayed is not None:
        lines.append(
            say(
                "The witness had seen {size} entries of the log: {done} ends were done again, "
                "{known} were known.",
                size=restored.replayed.head.size,
                done=restored.replayed.done,
                known=restored.replayed.known,
            )
        )
        if not restored.replayed.further:
            lines.append(
                say(
                    "The witness has not seen this log go on behind the backup: the file is no "
                    "newer, or of another line of the log, or of one with sharing suspended."
                )
            )
        lines += [
            say("Could not be done again: {end}; an officer must look.", end=each)
            for each in restored.replayed.left
        ]
    lines += [*_unsound(restored.checked), _sharing(restored)]
    lines.append(
        say("The log is as it was written.")
        if report.verified
        else say("The log is not as it was written; run: caseflow audit verify")
    )
    return "\n".join(lines)


def _sharing(restored: "Restored") -> str:
    if restored.suspended:
        return say(
            "Sharing is suspended: only a unit's own drawers open until an officer has compared "
            "and confirms it on her page (Access log, Restored from a backup)."
        )
    return say(
        "Sharing goes on. What ended after the witness had looked last, nobody here knows: let an "
        "officer compare."
    )
