import pytest

from caseflow.settings.database_road import check_database_road
from caseflow.vocabulary.errors import BadConfiguration


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////var/lib/caseflow/caseflow.sqlite3",
        "postgresql://caseflow@localhost/caseflow",
        "postgresql+psycopg://caseflow@127.0.0.1:5433/caseflow",
        "postgresql://caseflow@[::1]/caseflow",
        "postgresql:///caseflow?host=/run/postgresql",
        "postgresql:///caseflow",
        "postgresql://caseflow@db.example.org/caseflow?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        "nothing",
    ],
)
def test_on_this_machine_or_over_tls_it_is_spoken_to(url: str) -> None:
    assert check_database_road(url) == url


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("postgresql://caseflow@db.example.org/caseflow", "db.example.org"),
        ("postgresql://caseflow@db.example.org/caseflow?sslmode=require", "db.example.org"),
        ("postgresql://u@10.0.0.1/c?sslmode=verify-full&sslmode=disable", "10.0.0.1"),
        ("postgresql:///caseflow?host=10.0.0.1", "10.0.0.1"),
        ("postgresql:///c?host=localhost&host=10.0.0.1:5432", "10.0.0.1:5432"),
        ("postgresql+psycopg://u@localhost,db.example.org/c", "db.example.org"),
        ("postgresql://u@localhost/c?hostaddr=192.0.2.7", "192.0.2.7"),
    ],
)
def test_beyond_it_nothing_is_sent_in_the_clear_or_to_whoever_answers(url: str, host: str) -> None:
    with pytest.raises(BadConfiguration, match="sslmode=verify-full") as refused:
        check_database_road(url)
    assert f"The database on {host} could" in str(refused.value)
    assert "caseflow@" not in str(refused.value)
