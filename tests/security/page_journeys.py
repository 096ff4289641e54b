"""The pages that only a whole form leads to: one journey to each, with what it takes."""

import dataclasses
import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Flask
from sqlalchemy import select

from caseflow.database.tables.consents import Consent
from caseflow.vocabulary.configuration import ReadingBudget
from tests.factories.application import LOOPBACK, Visitor, application
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.desk_forms import consent_form
from tests.factories.emergencies import DANGER
from tests.factories.handovers import exchange_slips, sent
from tests.factories.house import House
from tests.factories.openid_provider import provider
from tests.factories.second_factors import code_now
from tests.security.matrix_house import GIVER, STRANGER, Subject
from tests.security.page_walk import OK, Shown, rendered
from tests.unit.web.factors.openid_trips import away

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

LEAVING, RETURNING, ARRIVED = range(3)
PASSWORD = "sieben lose ziegel am weg"


@dataclass(frozen=True)
class Start:
    """Where a journey begins: the house, and a client who has agreed to nothing yet."""

    house: House
    app: Flask
    subjects: Mapping[str, Subject]
    invitation: str

    def visitor(self, name: str) -> Visitor:
        """Return somebody who is logged in."""
        visitor = Visitor(self.app)
        visitor.log_in(name)
        return visitor

    @property
    def hers(self) -> str:
        """The address of the client."""
        return f"/clients/{self.subjects['none'].known.id}"

    def asked(self, *agreed: str, **changed: Any) -> "TestResponse":  # noqa: ANN401 - any field
        """Send the form of a consent in which she says yes to these."""
        address, typed = f"{self.hers}/consents/new", consent_form(self.house, *agreed, **changed)
        page = f"{address}?language=de"
        return self.visitor("lead-giver").send(address, page, **typed)


def journeys(start: Start) -> Iterator[Shown]:
    """Go every way to its end and yield the page there."""
    for journey in WAYS:
        with rendered() as templates:
            answer = journey(start)
        yield Shown(_name(journey), templates[-1], answer.status_code, "de", answer.text)


def _name(journey: Callable[[Start], "TestResponse"]) -> str:
    whole = journey.func if isinstance(journey, partial) else journey
    return str(whole.__name__).strip("_").replace("_", " ")


def _she_sees_what_would_open(start: Start) -> "TestResponse":
    return start.asked("family", "health", at="all", form="signed_screen")


def _she_is_asked(start: Start, at: str) -> "TestResponse":
    return start.asked("family", "health", at="all", step="", go=at)


def _a_consent_was_begun(start: Start) -> "TestResponse":
    assert start.asked("family", at="until", step="next").status_code == OK
    return start.visitor("lead-giver").look(f"{start.hers}/consents/new")


def _she_says_no_to_everything(start: Start) -> "TestResponse":
    return start.asked()


def _her_no_is_recorded(start: Start) -> "TestResponse":
    return start.asked(step="record")


def _an_emergency_is_declared(start: Start) -> "TestResponse":
    visitor, address = start.visitor("lead-receiver"), f"{start.hers}/emergency"
    return visitor.send(address, **asdict(DANGER), needed_categories=["health"])


def _a_second_factor_is_set_up(start: Start) -> "TestResponse":
    return _with_codes(start, start.visitor("intake-stranger"))


def _a_program_gets_a_token(start: Start) -> "TestResponse":
    visitor = start.visitor("intake-receiver")
    assert _with_codes(start, visitor).status_code == 200
    place = visitor.look("/tokens").text.partition('<option value="')[2].partition('"')[0]
    return visitor.send("/tokens", "/tokens", name="Kalender", place=place, days="30")


def _with_codes(start: Start, visitor: Visitor) -> "TestResponse":
    """Let somebody set up one-time codes."""
    shown = visitor.send("/factors/codes", "/factors").text
    id_ = shown.partition('name="secret" value="')[2].partition('"')[0]
    secret = shown.partition("<code>")[2].partition("</code>")[0].replace(" ", "")
    code = code_now(secret, start.house.around.clock)
    return visitor.send("/factors/codes/confirm", "/factors", secret=id_, code=code)


def _a_slip_is_damaged(start: Start) -> "TestResponse":
    house, known = start.house, start.subjects["active"].known
    giver = house.actor("lead-giver", GIVER)
    told = declaration(offer([giver.unit], [house.units[STRANGER]], "identity"))
    recorded = agreed(house, giver, known, told).id
    with house.sessions() as session:
        consent = session.scalars(select(Consent).where(Consent.id == recorded)).one()
    handover = sent(house, giver, known, STRANGER, consent, "Bitte heute.")
    exchange_slips(house, handover)
    visitor = start.visitor("lead-stranger")
    return visitor.send(f"/handovers/{handover}/acceptance", "/handovers")


def _a_paper_waits_for_its_scan(start: Start) -> "TestResponse":
    house, known = start.house, start.subjects["active"].known
    giver = house.actor("lead-giver", GIVER)
    told = declaration(offer([giver.unit], [house.units[STRANGER]], "family"))
    recorded = agreed(house, giver, known, told).id
    address = f"/clients/{known.id}/scans/new"
    return start.visitor("lead-giver").look(f"{address}?consent={recorded}")


def _somebody_joins(start: Start) -> "TestResponse":
    typed = {"password": PASSWORD, "password_again": PASSWORD}
    return Visitor(start.app).send(f"/invitation/{start.invitation}", **typed)


def _very_many_were_opened(start: Start) -> "TestResponse":
    had = start.house.around
    budget = ReadingBudget(1, timedelta(minutes=30))
    limits = dataclasses.replace(had.configuration.limits, reading=budget)
    narrow = dataclasses.replace(had.configuration, limits=limits)
    start.house.around = dataclasses.replace(had, configuration=narrow)
    visitor = Start(start.house, application(start.house), {}, "").visitor("caseworker-giver")
    start.house.around = had
    addresses = [f"/clients/{each.known.id}/story" for each in start.subjects.values()]
    return [visitor.look(address) for address in addresses][-1]


def _it_is_asked_what_a_partner_is_told_for(start: Start) -> "TestResponse":
    visitor = start.visitor("lead-giver")
    return visitor.look(_way(visitor.look(f"{start.hers}/disclosures"), "/disclosures/new?"))


def _it_is_chosen_what_a_partner_is_told(start: Start) -> "TestResponse":
    visitor = start.visitor("lead-giver")
    way = _way(visitor.look(f"{start.hers}/disclosures"), "/disclosures/new?")
    return visitor.look(f"{way}&purpose=case_work")


def _way(page: "TestResponse", part: str) -> str:
    """Return the first address on a page with this in it."""
    found = [html.unescape(each) for each in re.findall('href="([^"]+)"', page.text)]
    return next(each for each in found if part in each)


def _an_identity_is_shown(start: Start, step: int) -> "TestResponse":
    """Go to the OpenID provider, come back from it, and bring along what it said."""
    with provider(start.house.around.clock) as there:
        app = application(start.house, openid=there.client())
        visitor = Visitor(app)
        visitor.log_in("caseworker-stranger")
        led = visitor.send("/factors/openid", "/factors")
        if step == LEAVING:
            return led
        back = visitor.look(there.visit(away(led.text)).removeprefix(LOOPBACK))
        return back if step == RETURNING else visitor.look(away(back.text))


def _the_curtain_is_drawn(start: Start) -> "TestResponse":
    visitor = start.visitor("lead-giver")
    assert visitor.send("/curtain", "/").status_code == 303
    return visitor.look("/curtain")


def _what_she_typed_stands_beside_the_form(start: Start) -> "TestResponse":
    visitor, form = start.visitor("lead-giver"), f"{start.hers}/entries/new"
    assert visitor.send("/drafts", "/", **{"form-page": form, "text": "Ja."}).status_code == 303
    return visitor.look(form)


def _what_is_too_long_is_not_kept(start: Start) -> "TestResponse":
    form = {"form-page": f"{start.hers}/goals/new", "title": "a" * 300_000}
    return start.visitor("lead-giver").send("/drafts", "/", **form)


def _a_closed_case_is_opened(start: Start) -> "TestResponse":
    visitor, case = start.visitor("lead-giver"), start.subjects["none"].ids["case"]
    closed = visitor.send(f"{start.hers}/cases/{case}/closure", f"{start.hers}/case", reason="")
    assert closed.status_code == 303
    return visitor.look(f"{start.hers}/story")


WAYS: tuple[Callable[[Start], "TestResponse"], ...] = (
    *(partial(_she_is_asked, at=at) for at in ("language", "about", "category-health", "form")),
    _a_consent_was_begun,
    _she_sees_what_would_open,
    _she_says_no_to_everything,
    _her_no_is_recorded,
    _an_emergency_is_declared,
    _a_second_factor_is_set_up,
    _a_program_gets_a_token,
    _a_slip_is_damaged,
    _a_paper_waits_for_its_scan,
    _very_many_were_opened,
    _somebody_joins,  # in the place of whoever opened very many
    _it_is_asked_what_a_partner_is_told_for,
    _it_is_chosen_what_a_partner_is_told,
    _the_curtain_is_drawn,
    _what_she_typed_stands_beside_the_form,
    _what_is_too_long_is_not_kept,
    *(partial(_an_identity_is_shown, step=step) for step in (LEAVING, RETURNING, ARRIVED)),
    _a_closed_case_is_opened,  # last: it ends what the others begin with
)
