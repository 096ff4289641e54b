"""Say what has become of an appointment."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark
from caseflow.vocabulary.states import AppointmentState

APPOINTMENTS: Mapping[str, str] = MappingProxyType(
    {
        AppointmentState.PLANNED: mark("planned"),
        AppointmentState.CAME: mark("she came"),
        AppointmentState.MISSED: mark("she did not come"),
        AppointmentState.CANCELLED: mark("cancelled"),
    }
)
