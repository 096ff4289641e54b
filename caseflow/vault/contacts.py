"""Read telephone numbers and e-mail addresses out of what was told, in one spelling each.

Numbers as E.164 writes them, as far as a small rule goes: what names no country is German. What
she told of others, such as whom she trusts, is not hers and is not read.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar

from caseflow.crypto.blind_index import Term

CONTACT = "contact"
TELEPHONE, EMAIL = "safe_phone", "email"
_NUMBER = re.compile(r"\+?\(?\d[\d \t\u00a0()/.\-\u2010-\u2015]{3,}\d")
_ADDRESS = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\"]+")
_TRUNK = re.compile(r"^(\+\d{1,3})\s*\(0\)")  # +49 (0)30 ...
_FEWEST, _MOST = 6, 15  # digits of a number; E.164 has no more
_HOME = "+49"
_NOTHING_ELSE = re.compile(r"[\d\s()/.+\-\u2010-\u2015]+")


@dataclass(frozen=True, slots=True)
class ContactText:
    """What a card of contact says: each number and address of hers, in one spelling."""

    category: ClassVar[str] = CONTACT

    contacts: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """Return what she is found by, if anything."""
        return " ".join(self.contacts)

    @property
    def terms(self) -> list[Term]:
        """Return by what it stands in a blind index."""
        return [("contact", each) for each in self.contacts]

    def spare(self, withheld: Collection[str]) -> "ContactText":
        """Return it without what answers these questions."""
        kept = (each for each in self.contacts if _question(each) not in withheld)
        return ContactText(tuple(kept))


def contact_text(answers: Mapping[str, object]) -> ContactText:
    """Return what the answers about contact say, by question."""
    telephone, email = answers.get(TELEPHONE, ""), answers.get(EMAIL, "")
    if isinstance(email, Mapping):
        email = email.get("text", "")
    found = [*numbers_in(str(telephone)), *addresses_in(str(email))]
    return ContactText(tuple(dict.fromkeys(found)))


def contact_asked_for(query: str) -> str | None:
    """Return the one number or address that a search asks for; None where it is about a name."""
    addresses = addresses_in(query)
    if addresses:
        return addresses[0]
    numbers = numbers_in(query) if _NOTHING_ELSE.fullmatch(query.strip()) else ()
    return numbers[0] if numbers else None


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the telephone numbers in a text."""
    found = (_number(match.group()) for match in _NUMBER.finditer(text))
    return tuple(number for number in found if number is not None)


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the e-mail addresses in a text; capital letters make no other one."""
    return tuple(match.group().rstrip(".").casefold() for match in _ADDRESS.finditer(text))


def _question(contact: str) -> str:
    return EMAIL if "@" in contact else TELEPHONE


def _number(written: str) -> str | None:
    written = _TRUNK.sub(r"\1", written)
    digits = "".join(sign for sign in written if sign.isascii() and sign.isdigit())
    if written.startswith("+"):
        number = f"+{digits}"
    elif digits.startswith("00"):
        number = f"+{digits[2:]}"
    else:
        number = _HOME + digits.removeprefix("0")
    # Other countries keep the 0 behind their code; ours does not.
    number = number.replace(f"{_HOME}0", _HOME, 1) if number.startswith(f"{_HOME}0") else number
    return number if _FEWEST <= len(number) - 1 <= _MOST and len(digits) >= _FEWEST else None
