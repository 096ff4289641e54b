"""A copy as it is made for a client, with something of everything."""

from typing import Any

_PIECE = {"id": "7", "category": "health", "recorded_at": "2026-03-02T09:00:00.000000Z"}
_AT = "2026-03-02T09:00:00.000000Z"
_SAID = {"said_on": "2026-03-01", "text": "So war es nicht.", "reply": ""}
_REPLY = "Es steht so im Bericht."
_ENTRY = {**_PIECE, "kind": "note", "occurred_on": "2026-03-01", "not_so": []}
_ANSWER = {
    **_PIECE,
    "question": "client_name",
    "labels": {"de": "Wie heißen Sie?"},
    "not_so": [{**_SAID, "text": "Mein Name ist anders.", "outcome": "open"}],
}
_HOUR = {
    **_PIECE,
    "starts_at": "2026-03-04T13:30:00.000000Z",
    "ends_at": "2026-03-04T14:15:00.000000Z",
}


def copy(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of it
    """Return the copy."""
    whole: dict[str, Any] = {
        "made_at": _AT,
        "provider": "Lindenhof",
        "unit": "frauenhaus",
        "client": {"id": "8", "code": "K7M2-QX9R"},
        "summary": [
            {
                **_PIECE,
                "text": "Sie ist angekommen.",
                "approved_on": "2026-03-01",
                "not_so": [{**_SAID, "outcome": "changed"}, {**_SAID, "outcome": "taken_back"}],
                "before": [{"text": "Sie ist unterwegs.", "approved_on": "2026-02-01"}],
            }
        ],
        "entries": [
            {**_ENTRY, "redacted": False, "title": "Gespräch", "text": "Sie sucht Arbeit."},
            {
                **_ENTRY,
                "not_so": [{**_SAID, "outcome": "stands", "reply": _REPLY}],
                "redacted": True,
                "title": None,
                "text": None,
            },
        ],
        "answers": [
            {
                **_ANSWER,
                "state": "answered",
                "told_on": "2026-03-01",
                "redacted": False,
                "value": "فاطمة",
            }
        ],
        "goals": [
            {
                **_PIECE,
                "title": "Eine Wohnung",
                "state": "open",
                "set_on": "2026-03-01",
                "steps": [
                    {**_PIECE, "occurred_on": "2026-03-02", "redacted": False, "text": "Antrag"},
                    {**_PIECE, "occurred_on": "2026-03-02", "redacted": True, "text": None},
                ],
            },
            {**_PIECE, "title": "Ruhe", "state": "reached", "set_on": "2026-03-01", "steps": []},
        ],
        "documents": [
            {
                **_PIECE,
                "kind": "decision",
                "dated": "2026-03-01",
                "redacted": False,
                "title": "Bescheid vom Amt",
            },
            {
                **_PIECE,
                "kind": "letter",
                "dated": "2026-03-01",
                "redacted": True,
                "title": None,
            },
        ],
        "appointments": [
            {**_HOUR, "state": "came", "redacted": True, "title": None, "place": None},
            {**_HOUR, "state": "planned", "redacted": False, "title": "Amt", "place": "Rathaus"},
        ],
        "damaged": [{"table": "entries", "id": "9", "category": "health"}],
        "consents": [_consent()],
        "refusals": [
            {
                "to_units": [],
                "partner": "Jobcenter Mitte",
                "categories": ["health"],
                "purposes": ["case_work"],
                "recorded_at": _AT,
            }
        ],
        "handovers_sent": [
            {"to_unit": "wohnen", "state": "accepted", "sent_at": _AT, "decided_at": _AT}
        ],
        "disclosures": [
            {
                "partner": "Jobcenter Mitte",
                "purpose": "cost_bearer",
                "categories": ["finances"],
                "told_at": _AT,
                "overtaken_at": None,
                "retold": None,
                "retold_at": None,
                "entries": [
                    {**_ENTRY, "redacted": False, "title": "Brief", "text": "Zum Antrag."},
                    {**_ENTRY, "redacted": True, "title": None, "text": None},
                ],
                "answers": [{**_ANSWER, "redacted": False, "value": "Samira"}],
            }
        ],
        "accesses": [
            {"on": "2026-03-01", "unit": "wohnen", "purpose": "case_work", "categories": ["health"]}
        ],
        "opened_by_others": [{"unit": "beratung", "category": "family", "consent": "7"}],
    }
    return {**whole, **changed}


def nothing() -> dict[str, Any]:
    """Return a copy without any piece."""
    lists = [key for key, value in copy().items() if isinstance(value, list)]
    return copy(**{key: [] for key in lists})


def _consent() -> dict[str, Any]:
    part = {
        "from_units": ["frauenhaus"],
        "to_units": ["wohnen"],
        "categories": ["health", "family"],
        "purposes": ["case_work"],
        "actions": ["view"],
        "refused": [{"to_unit": "wohnen", "category": "violence"}],
    }
    return {
        "state": "partly_withdrawn",
        "recorded_in": "frauenhaus",
        "recorded_at": _AT,
        "last_day": "2027-03-01",
        "parts": [part],
        "taken_back": [{"to_unit": "wohnen", "category": "family", "at": _AT}],
    }
