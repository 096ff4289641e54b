"""What can go wrong with a request before or instead of its view's own answer."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from flask import Response


class Fault(StrEnum):
    """One kind of answer that is not the one asked for; the faces make the page or the JSON."""

    NOT_FOUND = "not_found"  # refused and unknown alike
    LOG_IN = "log_in"  # nobody is logged in
    CURTAIN = "behind_curtain"  # her session waits for its password
    CHOOSE_UNIT = "choose_unit"  # logged in, acts in no unit yet
    SET_UP_FACTOR = "second_factor_missing"  # her role needs a second factor, and she has none
    FRESH_FACTOR = "second_factor_needed"  # this needs her second factor shown just now
    IN_PERSON = "token_not_enough"  # no program does this by its token: its owner logs in
    FORM_EXPIRED = "form_expired"  # the CSRF token is missing or old
    BAD_REQUEST = "bad_request"
    INSECURE = "insecure"  # came neither over TLS nor from this machine
    TOO_LARGE = "too_large"
    OTHER_UNIT = "other_unit"  # the form was made while she acted in another one
    CONFLICT = "conflict"  # someone else was faster
    BROKEN = "broken"
    UNAVAILABLE = "unavailable"  # the database takes nothing: nothing was shown or done


STATUS: Mapping[Fault, int] = MappingProxyType(
    {
        Fault.NOT_FOUND: 404,
        Fault.LOG_IN: 401,
        Fault.CURTAIN: 401,
        Fault.CHOOSE_UNIT: 403,
        Fault.SET_UP_FACTOR: 403,
        Fault.FRESH_FACTOR: 403,
        Fault.IN_PERSON: 403,
        Fault.FORM_EXPIRED: 400,
        Fault.BAD_REQUEST: 400,
        Fault.INSECURE: 400,
        Fault.TOO_LARGE: 413,
        Fault.OTHER_UNIT: 409,
        Fault.CONFLICT: 409,
        Fault.BROKEN: 500,
        Fault.UNAVAILABLE: 503,
    }
)

Face = Callable[[Fault], Response]  # how one face says what went wrong
