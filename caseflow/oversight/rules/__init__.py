"""The rules of the officers' review, each pure: entries in, what should be looked at out."""

from caseflow.oversight.rules.bulk import Bulk
from caseflow.oversight.rules.denials import Denials
from caseflow.oversight.rules.handed_out import HandedOut
from caseflow.oversight.rules.leaver import Leaver
from caseflow.oversight.rules.off_shift import OffShift
from caseflow.oversight.rules.own import Own
from caseflow.oversight.rules.rate import Rate
from caseflow.oversight.rules.search_then_open import SearchThenOpen
from caseflow.oversight.rules.seen import Hit, Seen, Setting, Watch

QUERIES = (OffShift, Bulk, SearchThenOpen, Own, Leaver, HandedOut, Denials, Rate)
QUERIES_VERSION = 2  # up with every change of what one of them finds

__all__ = ["QUERIES", "QUERIES_VERSION", "Hit", "Seen", "Setting", "Watch"]
