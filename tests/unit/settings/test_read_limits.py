from collections.abc import Callable

import pytest

Complaint = Callable[[str, str, str], str]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("emergency_hours = 4", "emergency_hours = 400", "whole number from 1 to 24"),
        ("session_idle_minutes = 15", "session_idle_minutes = 0", "whole number from 1 to 60"),
        ("desk_minutes = 60", "desk_hours = 1", "did you mean `desk_minutes`?"),
        ("first_delay_seconds = 1 ", "first_delay_seconds = 1000 ", "exceed the longest"),
        ("free = 5 ", "free = true ", "`free` is True; it must be a whole number"),
        ("most = 100", "most = 1000", "whole number from 1 to 100"),
        ("most = 30", "most = 4", "exceed the longest or the most"),
        ("exception_days = 14 ", "exception_days = 91 ", "whole number from 1 to 90"),
        ("longest_exception_days = 90", "longest_exception_days = 13", "usually last longer"),
        ("most = 30", "most = 30\nleast = 1", "`least` is no setting here"),
        ("clients_per_hour = 60", "clients_per_hour = 4", "whole number from 5 to 10000"),
        ("pause_minutes = 30", "pause_minutes = 0", "whole number from 1 to 240"),
        ("pause_minutes = 30", "pauses_minutes = 30", "did you mean `pause_minutes`?"),
        ("[limits.reading]", "[limits.readings]", "did you mean `reading`?"),
        ("scan_up_to = 20000", "scan_up_to = 30001", "whole number from 0 to 30000"),
        ("scan_up_to = 20000", "scan_to = 20000", "did you mean `scan_up_to`?"),
    ],
    ids=range(16),
)
def test_limits_that_are_not_safe(complaint: Complaint, old: str, new: str, sentence: str) -> None:
    found = complaint("provider.toml", old, new)
    assert found.startswith("config/provider.toml, line ")
    assert sentence in found
