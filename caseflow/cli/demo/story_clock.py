"""The clock of the story: from one working day to another, never beyond this machine's clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from caseflow.vocabulary.clock import Clock, local_day

_STEP = timedelta(seconds=1)  # between two looks, so that nothing happens at the same instant
_FRIDAY = 4  # as Python counts the days of a week


class StoryClock:
    """A clock that is put forward, and goes on by a second with each look at it."""

    def __init__(
        self, machine: Clock, zone: ZoneInfo, days: int, not_before: datetime | None = None
    ) -> None:
        """Begin the story that many days ago; told in a house that is older, it is told now."""
        self._machine = machine
        self._zone = zone
        self._begin = local_day(machine.now(), zone) - timedelta(days=days)
        self._at = not_before or self._instant(self._begin, time())

    def now(self) -> datetime:
        """Return the instant at which the story stands."""
        self._at = min(self._at + _STEP, self._machine.now())
        return self._at

    def day(self, number: int) -> date:
        """Return a day of the story, counted from its first one, which is 0.

        What would fall on a weekend happens on the Friday before: the desks are closed then, and
        whoever opened a story would be asked why.
        """
        day = self._begin + timedelta(days=number)
        return day - timedelta(days=max(0, day.weekday() - _FRIDAY))

    def go_to(self, number: int, hour: int) -> None:
        """Go on to an hour of a day of the story; it never goes back."""
        self._at = max(self._at, self._instant(self.day(number), time(hour)))

    def _instant(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self._zone).astimezone(UTC)
