import re
import tomllib
from importlib.metadata import distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT

PIN = re.compile(
    r"^([a-z0-9-]+)(\[[a-z,]+\])?==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n", re.MULTILINE
)
COMMENT = re.compile(r"^#.*\n|^\n", re.MULTILINE)


def read_lock(text: str) -> tuple[dict[str, str], str]:
    """Return name and version of every hashed pin, and whatever else the file says."""
    pins = {match[1]: match[3] for match in PIN.finditer(text)}
    return pins, COMMENT.sub("", PIN.sub("", text))


def lock(name: str) -> str:
    return (ROOT / "config" / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def named(requirements: list[str]) -> set[str]:
    """Return the names of these requirements as a lock writes them."""
    names = (re.split(r"[\[<>=!~; ]", each, maxsplit=1)[0] for each in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("name", ["run", "test"])
def test_a_lock_holds_hashed_pins_and_no_address(name: str) -> None:
    pins, rest = read_lock(lock(name))
    assert pins
    assert rest == ""


def test_the_locks_hold_all_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, test = (set(read_lock(lock(name))[0].items()) for name in ("run", "test"))
    assert run <= test
    assert named(project["project"]["dependencies"]) <= {name for name, _ in run}
    wanted = project["project"]["optional-dependencies"]["test"]
    wanted += project["build-system"]["requires"]
    assert named(wanted) <= {name for name, _ in test}


def wanted_with_extras(names: set[str]) -> set[str]:
    """Return `name[extra]` of what these installed packages ask of others in that form."""
    asked = (Requirement(each) for name in names for each in distribution(name).requires or ())
    return {
        f"{canonicalize_name(each.name)}[{extra}]"
        for each in asked
        if each.marker is None or each.marker.evaluate({"extra": ""})
        for extra in each.extras
    }


@pytest.mark.parametrize("name", ["run", "test"])
def test_a_lock_names_the_extras_that_its_packages_ask_of_each_other(name: str) -> None:
    # Else pip looks at the newest release for the extra, and finds it unpinned the day it appears.
    text = lock(name)
    pinned = {f"{match[1]}{match[2] or ''}" for match in PIN.finditer(text)}
    assert wanted_with_extras(set(read_lock(text)[0])) <= pinned


def test_an_extra_that_a_package_asks_for_is_found() -> None:
    assert "coverage[toml]" in wanted_with_extras({"pytest-cov"})


def test_a_loose_pin_and_an_address_are_found() -> None:
    good = "flask==3.1.3 \\\n    --hash=sha256:" + "0" * 64 + "\n"
    assert read_lock(good) == ({"flask": "3.1.3"}, "")
    for bad in ("flask==3.1.3\n", "flask>=3\n", "--index-url https://example.org/simple\n"):
        assert read_lock(good + bad)[1] == bad
    assert named(["Typing_Extensions>=4.16", "psycopg[binary]>=3.3"]) == {
        "typing-extensions",
        "psycopg",
    }
