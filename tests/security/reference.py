"""Say who may do and see what, written from the domain's rules alone: the model of random lives."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

_RULES = (  # act: roles that may (caseworker, intake, lead), grounds of which one is needed
    "read: cil open reasoned emergency; read entry: cl open reasoned emergency; close: cl open;"
    "consents: cil open reasoned; write: cl open; write fact: cil open; open: cil reasoned desk;"
    "assign: l open deserted; consent: cil open desk; withdraw: cil open closed desk;"
    "answer: cil handover; take back: cl open closed; emergency: cil open closed desk handover;"
    "wall: il open closed; lift: l open closed"
)
RULES = {a.strip(): r.split() for a, _, r in (each.partition(":") for each in _RULES.split(";"))}
Who = tuple[str, str]  # staff member, the unit she acts in; of a drawer: unit, category
Seen = Iterable[tuple["Piece", bool]]  # False: its key may still wait


@dataclass
class Consent:
    matrix: dict[str, list[str]]  # from, to, categories, purposes, actions
    begin: datetime
    end: datetime
    gone: set[Who]  # refused or taken back
    met: set[str]  # the unit that recorded it, and those that were at work since

    def opens(self, drawer: Who, unit: str, purpose: str, now: datetime) -> bool:
        cell = (drawer[0], unit, drawer[1], purpose, "view")
        inside = all(word in part for word, part in zip(cell, self.matrix.values(), strict=True))
        valid = self.begin <= now < self.end and (unit, drawer[1]) not in self.gone
        return inside and valid and drawer[0] != unit


@dataclass
class Handover:
    client: str
    way: tuple[str, str]  # from unit, to unit
    consent: Consent | None
    until: datetime
    state: str = "open"


@dataclass
class Piece:
    drawer: Who
    question: str  # empty: no fact
    word: str  # the canary
    state: str
    told: datetime
    copied: "tuple[Consent, Piece, Piece] | None" = None  # under; as the own piece; of which


@dataclass
class Client:
    cases: dict[str, set[str]] = field(default_factory=dict)  # the present one's staff, by unit
    closed: set[str] = field(default_factory=set)  # units
    restricted: set[str] = field(default_factory=set)  # units
    consents: dict[str, Consent] = field(default_factory=dict)
    emergencies: dict[str, tuple[Who, set[str], datetime]] = field(default_factory=dict)
    walls: dict[str, Who] = field(default_factory=dict)  # whom it stops; the unit that built it
    pieces: dict[str, Piece] = field(default_factory=dict)


@dataclass
class Reference:
    now: datetime
    roles: dict[Who, str]
    clients: dict[str, Client] = field(default_factory=dict)
    handovers: dict[str, Handover] = field(default_factory=dict)
    desks: dict[tuple[Who, str], datetime] = field(default_factory=dict)

    def walled(self, who: Who, client: str) -> bool:
        return any(who[0] == stopped for stopped, _ in self.clients[client].walls.values())

    def kept(self, who: Who, client: str) -> bool:
        return who[1] in (h := self.clients[client]).restricted and who[0] not in h.cases[who[1]]

    def carried(self, sent: Handover) -> set[str]:
        _, _, categories, purposes, _ = sent.consent.matrix.values() if sent.consent else [[]] * 5
        cells = [((sent.way[0], c), sent.way[1], p) for c in categories for p in purposes]
        return {c[0][1] for c in cells if sent.consent and sent.consent.opens(*c, self.now)}

    def state(self, sent: Handover) -> str:
        if sent.state != "open" or self.now >= sent.until:
            return "expired" if sent.state == "open" else sent.state
        return "withdrawn" if sent.consent and not self.carried(sent) else "open"

    def reads(self, sent: Handover) -> bool:
        return bool(self.carried(sent)) and self.state(sent) in {"open", "accepted"}

    def urgent(self, who: Who, client: str) -> set[str]:
        running = self.clients[client].emergencies.values()
        return {c for by, found, end in running if by == who and self.now < end for c in found}

    def known(self, who: Who, client: str, *, reason: bool = False) -> set[str]:
        her, unit = self.clients[client], who[1]
        ours, closed = unit in her.cases and not self.kept(who, client), unit in her.closed
        sent = [h for h in self.handovers.values() if (h.client, h.way[1]) == (client, unit)]
        left = any((each, unit) in self.roles for each in her.cases.get(unit, ()))
        grounds = {
            "open": ours and not closed,
            **dict.fromkeys(["closed", "reasoned"][: 1 + reason], ours and closed),
            "deserted": unit in her.restricted and not left,
            "desk": self.now < self.desks.get((who, client), self.now),
            "emergency": self.urgent(who, client),
            "handover": any(h.consent and self.state(h) == "open" for h in sent),
        }
        return {g for g, there in grounds.items() if there and not self.walled(who, client)}

    def refused(self, act: str, who: Who, client: str, *, reason: bool = False) -> set[int]:
        role, known = self.roles.get(who, "none"), self.known(who, client, reason=reason)
        if role in {"none", "officer"}:
            barred = (role, act) != ("officer", "withdraw") or self.walled(who, client)
            return {400, 403, 404} if barred else set()
        staff = self.clients[client].cases.get(who[1], set())
        not_hers = act == "close" and role != "lead" and who[0] not in staff
        if role[0] not in RULES[act][0] or not_hers:  # said of whom she knows only
            return {403} if "open" in known else {403, 404} if known - {"closed"} else {404}
        taken = act == "open" and ("open" in known or self.kept(who, client))
        if known & {*RULES[act][1:]} and not taken:
            return set()
        late = "closed" in known or (act == "open" and "open" in known)
        return {422 if "reasoned" in RULES[act] and "open" not in known else 409} if late else {404}

    def ways(self, who: Who, her: str, piece: Piece, known: set[str], purpose: str) -> set[str]:
        if piece.copied:  # on by what both units may tell; never once its consent is taken back
            held, told = (self.ways(who, her, p, known, purpose) for p in piece.copied[1:])
            by = held & {"own"} or held & told & {"consent"} or {"pending"} & (told and held | told)
            return by if held and piece.drawer not in piece.copied[0].gone else set[str]()
        drawer = piece.drawer
        found = {"own"} if drawer[0] == who[1] and known & {"open", "reasoned"} else set[str]()
        for consent in self.clients[her].consents.values() if "open" in known else ():
            if consent.opens(drawer, who[1], purpose, self.now):
                waits = drawer[1] == "whereabouts" and drawer[0] not in consent.met
                found.add("pending" if waits else "consent")
        return found | ({"emergency"} if drawer[1] in self.urgent(who, her) else set())

    def seen(self, who: Who, her: str, purpose: str = "case_work", *, reason: bool = False) -> Seen:
        pieces, known = self.clients[her].pieces.values(), self.known(who, her, reason=reason)
        silent = {p.question for p in pieces if (p.drawer[0], p.state) == (who[1], "withheld")}
        for piece in (each for each in pieces if each.state == "answered"):
            ways = self.ways(who, her, piece, known, purpose)
            told = piece.question not in silent or "emergency" in ways
            if ways and told and (piece.question or self.roles[who] != "intake"):
                yield piece, ways != {"pending"}

    def asked(self, seen: Seen, question: str) -> tuple[set[str], set[str]]:
        told = sorted((e for e in seen if e[0].question == question), key=lambda e: e[0].told)
        last = max((place for place, (_, sure) in enumerate(told) if sure), default=0)
        return {p.word for p, sure in told[-1:] if sure}, {p.word for p, _ in told[last:]}
