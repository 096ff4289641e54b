from caseflow.audit.witness_prunings import WitnessedPrunings
from caseflow.vocabulary.acts import Act


def told(leaves: str) -> dict[str, object]:
    return {"act": Act.LOG_PRUNE.value, "details": {"leaves": leaves}}


def test_what_later_entries_tell_of_was_pruned() -> None:
    prunings = WitnessedPrunings()
    for position in (3, 4, 7):
        prunings.meet(position)
    prunings.see({"act": "story.read"}, 8)
    assert prunings.first_untold() == 3
    prunings.see(told("3-4,6-7"), 9)
    assert prunings.first_untold() is None
    assert prunings.unread() == ((3, 4), (7, 7))


def test_no_entry_tells_of_what_lies_behind_it() -> None:
    prunings = WitnessedPrunings()
    prunings.meet(9)
    prunings.see(told("9-9"), 9)
    prunings.see(told("0-8"), 20)
    assert prunings.first_untold() == 9
