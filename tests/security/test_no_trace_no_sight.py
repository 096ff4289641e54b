"""While the trace of an access cannot be written, not one sealed word leaves."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.factories.application import application, resting
from tests.factories.copied_house import copied
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.programs import API
from tests.security.faults import FAULTS
from tests.security.filled_house import (
    DANGER,
    HEALTH,
    NAME,
    NOTE,
    SECRETS,
    VIOLENCE,
    Filled,
    filled,
)
from tests.security.visits import Page, Somebody, pages, visitors


@pytest.fixture(scope="module")
def house(
    first_house: House, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    with copied(first_house, request, tmp_path_factory.mktemp("filled")) as made:
        yield made


@pytest.fixture(scope="module")
def life(house: House) -> Filled:
    found = filled(house)
    integrated(house)
    return found


@pytest.fixture(scope="module")
def app(house: House) -> Flask:
    return resting(application(house))


@pytest.fixture(scope="module")
def people(app: Flask, life: Filled) -> dict[str, Somebody]:
    assert life.known.code
    return visitors(app)


@pytest.fixture(scope="module")
def routes() -> set[tuple[str, str]]:
    """Return what tells whom something, filled by the first engine that is looked at."""
    return set()


@pytest.fixture(scope="module")
def telling(
    app: Flask,
    house: House,
    life: Filled,
    people: dict[str, Somebody],
    routes: set[tuple[str, str]],
) -> dict[Page, set[str]]:
    """Return the pages on which something sealed stands, with what stands there.

    Which routes tell whom something does not hang on the engine: the first looks at all of them.
    """
    asked = pages(app, house, life)
    if routes:
        asked = [page for page in asked if (page.visitor, page.route) in routes]
    seen = {page: secrets_on(page, people, life) for page in asked}
    found = {page: secrets for page, secrets in seen.items() if secrets}
    routes.update((page.visitor, page.route) for page in found)
    return found


def test_every_kind_of_secret_stands_on_some_page(
    telling: dict[Page, set[str]], life: Filled, routes: set[tuple[str, str]]
) -> None:
    assert {(page.visitor, page.route) for page in telling} == routes  # on each engine the same
    for of_program in (False, True):
        shown = {
            secret
            for page, secrets in telling.items()
            if page.address.startswith(API) is of_program
            for secret in secrets
        }
        assert {NAME, VIOLENCE, HEALTH, NOTE, DANGER, life.known.code} <= shown


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_without_a_trace_no_page_tells_anything(
    house: House,
    life: Filled,
    people: dict[str, Somebody],
    telling: dict[Page, set[str]],
    fault: str,
) -> None:
    with FAULTS[fault](house.engine):
        told = [page for page in telling if secrets_on(page, people, life)]
    assert told == []


def test_a_log_that_is_written_later_from_a_queue_is_found_out(
    house: House,
    life: Filled,
    people: dict[str, Somebody],
    telling: dict[Page, set[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    queue: list[object] = []
    monkeypatch.setattr("caseflow.vault.permit.record", lambda *told: queue.append(told))
    with FAULTS["disk full"](house.engine):
        assert any(secrets_on(page, people, life) for page in telling)


def test_once_the_log_takes_traces_again_all_is_as_before(
    life: Filled, people: dict[str, Somebody], telling: dict[Page, set[str]]
) -> None:
    for page, secrets in telling.items():
        assert secrets_on(page, people, life) == secrets


def secrets_on(page: Page, people: dict[str, Somebody], life: Filled) -> set[str]:
    """Return the sealed words that stand on a page."""
    answer = people[page.visitor].look(page.address)
    text = answer.get_data().decode(errors="replace") + str(answer.headers)  # tiles are bytes
    return {secret for secret in (*SECRETS, life.known.code) if secret in text}
