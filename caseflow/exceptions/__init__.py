"""What is allowed without consent, and what is forbidden whatever she agreed to: walls."""

from caseflow.exceptions.declare_emergency import Danger, Declared, declare_emergency

__all__ = ["Danger", "Declared", "declare_emergency"]
