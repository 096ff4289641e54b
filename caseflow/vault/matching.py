"""Say who of those that were opened fits what was typed, the best first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from caseflow.crypto.client_codes import read_code
from caseflow.database.unit_of_work import Work
from caseflow.keys.keyring import ring
from caseflow.vault.card_order import open_ids
from caseflow.vault.client_file import ClientFile
from caseflow.vault.codes import code_of
from caseflow.vault.index_terms import without_year
from caseflow.vault.name_cards import Named
from caseflow.vault.names import Likeness, Typed, fold, likeness, typed
from caseflow.vocabulary.errors import MissingKey


def matching(
    work: Work,
    file: ClientFile,
    names: Mapping[UUID, Named],
    reached: Mapping[UUID, UUID | None],
    query: str,
) -> list[UUID]:
    """Return those who fit, the best first; whom a number or address reaches fits exactly."""
    if not query.strip():
        return list(_in_order(work, file, names))
    asked = _asked(query)
    coded = read_code(query)
    ranked: list[tuple[Likeness, str, str, UUID]] = []
    for client, case in file.cases.items():
        known = names.get(client)
        if client in reached or (coded is not None and coded == code_of(work, case)):
            rank = Likeness.EXACT
        else:
            rank = Likeness.NONE if known is None else asked.fits(known)
        if rank is not Likeness.NONE:
            name = "" if known is None else fold(known.name)
            ranked.append((rank, name, str(case.id), client))
    return [client for *_, client in sorted(ranked)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed of a name, and the year of birth if there was one."""

    name: Typed
    year: str

    def fits(self, known: Named) -> Likeness:
        """Return how well somebody fits; another year of birth is another person."""
        if self.year and known.birth_year not in {"", self.year}:
            return Likeness.NONE
        return likeness(self.name, known.name)


def _asked(query: str) -> _Asked:
    name, year = without_year(query)
    return _Asked(typed(name), year)


def _in_order(work: Work, file: ClientFile, names: Mapping[UUID, Named]) -> Iterable[UUID]:
    keys = ring(work).unit
    if keys is None:
        raise MissingKey("the unit's key is not at hand to open its cards")
    # Only whose name shows stands by it: among the named, her place alone would tell it.
    ours = [each for each, shown in file.shown_as.items() if shown in names]
    order = open_ids(work, keys, file.order).sort(ours)
    listed = list(dict.fromkeys(file.shown_as[each] for each in order))
    known = set(listed)
    rest = sorted(
        (client for client in file.cases if client not in known),
        key=lambda client: _place(file, names, client),
    )
    return [*listed, *rest]


def _place(
    file: ClientFile, names: Mapping[UUID, Named], client: UUID
) -> tuple[bool, str, datetime]:
    """Return where a client stands whom the list does not name: by name, the nameless last."""
    named = names.get(client)
    return named is None, "" if named is None else fold(named.name), file.cases[client].opened_at
