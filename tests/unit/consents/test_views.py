from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from caseflow.consents.views import ConsentView, view_of
from caseflow.database.tables.consents import Consent
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Exclusion
from caseflow.vocabulary.states import ConsentState, Notice

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
RECORDER, A, B, C = (new_id() for _ in range(4))


def _row(
    from_units: Iterable[UUID], to_units: Iterable[UUID], *refused: tuple[UUID, str]
) -> Consent:
    return Consent(
        client_id=new_id(),
        from_units=tuple(from_units),
        to_units=tuple(to_units),
        categories=("health", "violence"),
        purposes=("case_work",),
        actions=("view",),
        exclusions=tuple({"to_unit": str(unit), "category": word} for unit, word in refused),
        valid_from=NOW,
        valid_until=NOW + timedelta(days=1),
        signed_on=None,
        template="sharing",
        template_version=1,
        text_hash=bytes(32),
        language="de",
        notices=tuple(Notice),
        declared_by="client",
        form="signed_paper",
        unit_id=RECORDER,
        recorded_by=new_id(),
        recorded_at=NOW,
    )


def _view(row: Consent, unit: UUID, *pending: str) -> ConsentView:
    view = view_of(row, unit, NOW, pending)
    assert view is not None
    return view


def test_the_recorder_sees_all_of_it() -> None:
    (part,) = _view(_row([A, B], [B, C], (C, "health")), RECORDER).parts
    assert part.from_units == {A, B}
    assert part.to_units == {B, C}
    assert part.exclusions == {Exclusion(C, "health")}


def test_a_giver_sees_what_it_gives_with_what_she_refused() -> None:
    (part,) = _view(_row([A, B], [C], (C, "health")), A).parts
    assert part.from_units == {A}
    assert part.to_units == {C}
    assert part.exclusions == {Exclusion(C, "health")}


def test_a_receiver_sees_its_own_column_and_no_refusal() -> None:
    (part,) = _view(_row([A], [B, C], (C, "health")), C).parts
    assert part.from_units == {A}
    assert part.to_units == {C}
    assert part.categories == {"violence"}
    assert part.exclusions == frozenset()


def test_who_gives_and_receives_sees_two_parts_and_nothing_between_others() -> None:
    gives, receives = _view(_row([A, B], [A, C]), A).parts
    assert gives.from_units == {A}
    assert gives.to_units == {A, C}
    assert receives.from_units == {A, B}
    assert receives.to_units == {A}


def test_others_and_who_was_refused_everything_see_nothing() -> None:
    assert view_of(_row([A], [B]), C, NOW, ()) is None
    refused = _row([A], [B, C], (C, "health"), (C, "violence"))
    assert view_of(refused, C, NOW, ()) is None


def test_what_waits_is_named_as_far_as_it_is_its_part() -> None:
    row = _row([A], [B, C], (C, "health"))
    assert _view(row, A, "health").pending_categories == ("health",)
    view = _view(row, C, "health")
    assert (view.state, view.pending_categories) == (ConsentState.PENDING, ())


def test_withdrawn_parts_of_others_are_not_shown() -> None:
    row = _row([A], [B, C])
    row.withdrawn_parts = tuple(
        {"to_unit": str(unit), "category": "health", "at": NOW.isoformat()} for unit in (B, C)
    )
    assert [part.to_unit for part in _view(row, A).withdrawn_parts] == [B, C]
    view = _view(row, B)
    assert [(part.to_unit, part.at) for part in view.withdrawn_parts] == [(B, NOW)]
    assert view.state is ConsentState.PARTLY_WITHDRAWN
