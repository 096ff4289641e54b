import pytest

from caseflow.vocabulary.loopback import is_loopback


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1", "127.8.9.1:80", "[::1]", "[::1]:8000"]
)
def test_this_machine_is_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["", "example.org", "127.0.0.1.example.org", "10.0.0.1:80", "[2001:db8::1]:80", "a:b:c"]
)
def test_every_other_host_is_not(host: str) -> None:
    assert not is_loopback(host)
