"""What leaves the provider: partner organisations, and what they are told under a consent."""

from caseflow.disclosures.acknowledge import acknowledge
from caseflow.disclosures.add_partner import add_partner
from caseflow.disclosures.change_partner import change_partner, end_partner
from caseflow.disclosures.check_partner import PartnerSaid
from caseflow.disclosures.hand_out import Choice, HandOut
from caseflow.disclosures.knock_at_disclosure import knock_at_disclosure
from caseflow.disclosures.knock_at_hand_out import knock_at_hand_out
from caseflow.disclosures.list_disclosures import list_disclosures
from caseflow.disclosures.list_open import list_open
from caseflow.disclosures.made import Made
from caseflow.disclosures.make_disclosure import Wanted, make_disclosure
from caseflow.disclosures.note_disclosure import RETELLING, note_disclosure
from caseflow.disclosures.prepare_disclosure import Offered, prepare_disclosure
from caseflow.disclosures.print_disclosure import print_disclosure
from caseflow.disclosures.show_disclosure import DisclosureDetail, show_disclosure
from caseflow.disclosures.views import DisclosureView
from caseflow.disclosures.write_outside import OutsideLetter, write_outside

__all__ = [
    "RETELLING",
    "Choice",
    "DisclosureDetail",
    "DisclosureView",
    "HandOut",
    "Made",
    "Offered",
    "OutsideLetter",
    "PartnerSaid",
    "Wanted",
    "acknowledge",
    "add_partner",
    "change_partner",
    "end_partner",
    "knock_at_disclosure",
    "knock_at_hand_out",
    "list_disclosures",
    "list_open",
    "make_disclosure",
    "note_disclosure",
    "prepare_disclosure",
    "print_disclosure",
    "show_disclosure",
    "write_outside",
]
