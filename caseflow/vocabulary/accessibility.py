"""What a provider says in the accessibility statement of its pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccessibilityRule:
    """Where barriers are told, and who watches over it; empty: not yet entered."""

    feedback: tuple[str, ...] = ()  # lines: by which ways somebody reaches whoever takes them away
    stated_on: str = ""  # the day on which the provider looked at the statement last
    body: tuple[str, ...] = ()  # lines: the enforcement or arbitration body, and how to reach it
    body_address: str = ""  # of its pages; https
