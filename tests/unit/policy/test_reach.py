"""What a matrix reaches, cell by cell."""

from dataclasses import replace
from itertools import product

from hypothesis import given

from caseflow.policy.reach import allows_use, excluded, reaches, views
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix
from tests.unit.policy.examples import CATEGORIES, COUNSELLING, HOUSING, MATRIX, SHELTER, UNITS
from tests.unit.policy.examples import matrices as any_matrix

REFUSED = replace(MATRIX, exclusions=frozenset({Exclusion(SHELTER, "violence")}))


def test_a_matrix_reaches_its_cells_and_no_other() -> None:
    reached = {cell for cell in product(UNITS, UNITS, CATEGORIES) if reaches(MATRIX, *cell)}
    assert reached == {(COUNSELLING, SHELTER, "identity"), (COUNSELLING, SHELTER, "violence")}


def test_a_refused_pair_stays_closed() -> None:
    assert excluded(REFUSED, SHELTER, "violence")
    assert not reaches(REFUSED, COUNSELLING, SHELTER, "violence")


def test_a_refused_pair_closes_no_other_unit_and_no_other_category() -> None:
    wide = replace(REFUSED, to_units=frozenset({SHELTER, HOUSING}))
    assert reaches(wide, COUNSELLING, SHELTER, "identity")
    assert reaches(wide, COUNSELLING, HOUSING, "violence")


@given(any_matrix)
def test_no_unit_needs_a_consent_for_its_own_drawers(matrix: Matrix) -> None:
    assert not any(
        reaches(matrix, unit, unit, category) for unit, category in product(UNITS, CATEGORIES)
    )


def test_a_use_needs_its_purpose_its_action_and_viewing() -> None:
    assert allows_use(MATRIX, "case_work", Action.COPY)
    assert not allows_use(MATRIX, "safety", Action.COPY)
    assert not allows_use(MATRIX, "case_work", Action.TELL)


def test_what_may_only_be_told_opens_no_drawer() -> None:
    told = replace(MATRIX, actions=frozenset({Action.TELL}))
    assert not views(told)
    assert not allows_use(told, "case_work", Action.TELL)
