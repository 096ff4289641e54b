import pytest
from sqlalchemy import Engine, delete, update

from caseflow.database.tables.installation import Installation, ServerKey
from caseflow.keys.keyring import ring
from caseflow.operations.found_installation import Founded, found_installation
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.operations.open_installation import OpenInstallation, open_installation
from caseflow.vocabulary.errors import BadConfiguration
from tests.factories.founding import FOUNDING, OUTSIDE
from tests.factories.house import CHEAP, TRUSTEE, StoppedClock, configuration


@pytest.fixture
def founded(tables: Engine) -> Founded:
    answer = found_installation(tables, OUTSIDE, configuration(), StoppedClock(), FOUNDING)
    assert isinstance(answer, Founded)
    return answer


def opened(tables: Engine, outside: OutsideKeys = OUTSIDE) -> OpenInstallation:
    return open_installation(tables, outside, configuration(), StoppedClock())


def test_its_work_knows_the_installation_and_has_an_empty_keyring(
    tables: Engine, founded: Founded
) -> None:
    installation = opened(tables)
    work = installation.begin("a request")
    assert work.installation == founded.installation
    assert work.request_id == "a request"
    assert ring(work).server is installation.keys
    assert ring(work).staff is None
    assert ring(work) is not ring(installation.begin("another"))


@pytest.mark.usefixtures("founded")
def test_another_root_key_is_a_sentence(tables: Engine) -> None:
    with pytest.raises(BadConfiguration, match="belongs to another installation"):
        opened(tables, OutsideKeys(bytes(32), TRUSTEE, CHEAP))


def test_an_empty_database_is_a_sentence(tables: Engine) -> None:
    with pytest.raises(BadConfiguration, match="caseflow init"):
        opened(tables)


@pytest.mark.usefixtures("founded")
def test_a_part_of_a_database_is_a_sentence(tables: Engine) -> None:
    with tables.begin() as connection:
        connection.execute(delete(ServerKey).where(ServerKey.name == "signing"))
    with pytest.raises(BadConfiguration, match="no server key signing"):
        opened(tables)


@pytest.mark.usefixtures("founded")
def test_a_changed_installation_is_a_sentence(tables: Engine) -> None:
    with tables.begin() as connection:
        connection.execute(update(Installation).values(recovery_public=b"another"))
    with pytest.raises(BadConfiguration, match="not as it was written"):
        opened(tables)


@pytest.mark.usefixtures("founded")
def test_a_missing_installation_is_a_sentence(tables: Engine) -> None:
    with tables.begin() as connection:
        connection.execute(delete(Installation))
    with pytest.raises(BadConfiguration, match="holds 0 installations"):
        opened(tables)


@pytest.mark.usefixtures("founded")
def test_without_the_trustee_secret_it_opens_all_the_same(tables: Engine) -> None:
    assert opened(tables, OutsideKeys(OUTSIDE.root, None, CHEAP)).keys.trustee is None
