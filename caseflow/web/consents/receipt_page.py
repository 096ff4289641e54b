"""Print the receipt of a consent in her language: when it is recorded, and whenever she asks."""

from contextlib import nullcontext
from functools import partial
from uuid import UUID

from flask import Response, request
from flask_babel import force_locale  # type: ignore[import-untyped]  # it ships no types

from caseflow.consents import ConsentView, Declaration, Recorded, show_receipt
from caseflow.http import current
from caseflow.http.doorkeeper import policy
from caseflow.http.papers.pdf_answer import pdf_answer
from caseflow.letters import ways_known
from caseflow.paper import isolated
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix
from caseflow.vocabulary.permissions import Permission
from caseflow.web.clients.family_words import declarer_name
from caseflow.web.clients.refusals import for_reason, refused_sight
from caseflow.web.clients.words import Words, words
from caseflow.web.consents.both_languages import BothLanguages, both_languages
from caseflow.web.consents.desk_words import action_name, form_name
from caseflow.web.consents.receipt import Receipt
from caseflow.web.consents.receipt_paper import receipt_paper
from caseflow.web.consents.receiving import refused_to
from caseflow.web.letters.shown_ways import ShownWay, shown_ways
from caseflow.web.moments import last_day, today
from caseflow.web.shell import page


@policy(Permission.RECORD_CONSENT)
def show_receipt_again(client: UUID, consent: UUID) -> Response:
    """Show the receipt of a consent that was recorded before."""
    return _show_again(client, consent, "")


@policy(Permission.RECORD_CONSENT)
def send_receipt(client: UUID, consent: UUID) -> Response:
    """Show it of a closed case, for a reason."""
    return for_reason(partial(_show_again, client, consent))


def receipt_of_now(
    client: UUID, declared: Declaration, recorded: Recorded, ways: list[ShownWay]
) -> Response:
    """Return the receipt of what has just been recorded; at a desk nothing of it is read.

    The look at the ways to her is committed, so it lies before the record, which may still yield.
    """
    offer = declared.offer
    matrix = Matrix(
        from_units=offer.from_units,
        to_units=offer.to_units,
        categories=offer.categories,
        purposes=offer.purposes,
        actions=frozenset(map(Action, offer.actions)),
        exclusions=frozenset(Exclusion(unit, category) for unit, category in offer.refused),
        partner=offer.partner,
    )
    receipt = Receipt(
        id=recorded.id,
        recorded_at=current.work().clock.now(),
        pending_categories=recorded.pending_categories,
        parts=(matrix,),
        last_day=declared.valid_until,
        declared_by=declared.declared_by,
        form=declared.form.kind,
        language=declared.language,
        template=declared.template,
        recorded_in=current.actor().unit,
    )
    return _page(client, receipt, ways)


def _show_again(client: UUID, consent: UUID, reason: str) -> Response:
    answer = show_receipt(current.work(), current.actor(), client, consent, reason)
    if isinstance(answer, Refused):
        return refused_sight(answer)
    receipt = _receipt_of(answer.value)
    if request.args.get("paper") == "pdf":
        hers, say = _hers(receipt)
        here = current.actor().unit
        return pdf_answer(receipt_paper(receipt, hers, say, here=here, made_on=today()))
    ways = ways_known(current.work(), current.actor(), client, reason)
    return _page(client, receipt, shown_ways(ways.naming()))


def _receipt_of(view: ConsentView) -> Receipt:
    return Receipt(
        id=view.id,
        recorded_at=view.recorded_at,
        pending_categories=view.pending_categories,
        parts=view.parts,
        last_day=last_day(view.valid_until),
        declared_by=view.declared_by,
        form=view.form,
        language=view.language,
        template=view.template,
        version=view.template_version,
        text_hash=view.text_hash.hex(),
        again=True,
        recorded_in=view.unit,
        withdrawn_at=view.withdrawn_at,
        withdrawn_parts=view.withdrawn_parts,
    )


def _hers(receipt: Receipt) -> tuple[Words, BothLanguages | None]:
    """Return the words of her language, and the text where it is still the one she was shown."""
    say = both_languages(
        current.work().configuration, receipt.language, receipt.version, receipt.template
    )
    shown = say is not None and receipt.text_hash in {"", say.text.text_hash}
    return words(outside=True, spoken=receipt.language), say if shown else None


def _page(client: UUID, receipt: Receipt, ways: list[ShownWay]) -> Response:
    hers, say = _hers(receipt)
    # Around it the pages speak her language too, where they can.
    spoken = receipt.language in current.work().configuration.languages
    with force_locale(receipt.language) if spoken else nullcontext():
        return page(
            "consents/receipt.html",
            client_id=client,
            receipt=receipt,
            whole=receipt.recorded_in == current.actor().unit,
            say=say,
            words=hers,
            ways_to_her=ways,
            refused_to=refused_to,
            isolated=isolated,
            action_name=partial(action_name, say=hers.say),
            form_name=partial(form_name, say=hers.say),
            declarer_name=partial(declarer_name, say=hers.say),
        )
