"""The sentences about appointments that cannot be taken as they were typed: one for each code."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark

APPOINTMENT_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "not_a_time": mark("This is no time; write it like 14:30."),
        "no_such_time": mark("No clock shows %(given)s; write it like 14:30."),
        "hour_left_out": mark(
            "%(given)s does not exist on this day: in this night the clocks go forward by an hour. "
            "Write an earlier or a later time."
        ),
        "hour_twice": mark(
            "%(given)s comes twice on this day: in this night the clocks go back by an hour. Say "
            "which of the two it is."
        ),
        "not_an_instant": mark(
            "This is no instant; write day, time and offset like 2026-03-04T14:30:00+01:00."
        ),
        "too_far_ahead": mark("This lies too far ahead: at most %(most)s days from today."),
        "minutes_between": mark("Write a number of minutes, from %(least)s to %(most)s."),
    }
)
