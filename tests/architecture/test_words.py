import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.tree import texts

# One letter of each stands in brackets, so that this file does not find itself.
UNFINISHED = re.compile(
    r"\b([T]ODO|[F]IXME|[H]ACK|[W]IP|[N]otImplementedError)\b"
    r"|# ?[X]XX\b|\b(?i:[f]or now|[n]ot (yet )?implemented|[l]orem ipsum|[c]oming soon)\b"
)
REGISTRY = re.compile(r"[p]ypi\.org|[p]ythonhosted|[n]pmjs\.|[c]rates\.io|[p]roxy\.golang")
MACHINE = re.compile(r"(?<![\w.<>}])/([r]oot|[h]ome|[U]sers|[t]mp|[w]ork|[m]nt)/\w")


def findings(pattern: re.Pattern[str], sources: Mapping[Path, str]) -> list[str]:
    """Return each line in which the pattern stands."""
    return [
        f"{path}:{number}: {line.strip()}"
        for path, text in sources.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize(
    "pattern", [UNFINISHED, REGISTRY, MACHINE], ids=["unfinished work", "registry", "machine"]
)
def test_no_file_speaks_of(pattern: re.Pattern[str]) -> None:
    sources = texts()
    assert Path("pyproject.toml") in sources
    assert findings(pattern, sources) == []


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (UNFINISHED, "# T·ODO: later"),
        (UNFINISHED, "x = 1  # X·XX: wrong"),
        (UNFINISHED, "raise N·otImplementedError"),
        (UNFINISHED, "kept simple f·or now"),
        (UNFINISHED, "this is N·ot yet implemented"),
        (REGISTRY, "https://p·ypi.org/simple"),
        (REGISTRY, "https://files.p·ythonhosted.org/packages"),
        (MACHINE, "in /r·oot/caseflow"),
        (MACHINE, '"/t·mp/run"'),
        (MACHINE, "/h·ome/somebody/caseflow"),
    ],
)
def test_such_a_word_is_found(pattern: re.Pattern[str], letters: str) -> None:
    line = letters.replace("·", "")
    assert findings(pattern, {Path("a.py"): f"fine\n{line}"}) == [f"a.py:2: {line}"]


@pytest.mark.parametrize(
    "line", ["for nowhere", "client.get('/clients/home/x')", "a hackney cab", '"XXX"']
)
def test_a_harmless_word_is_left_alone(line: str) -> None:
    assert all(not findings(p, {Path("a.py"): line}) for p in (UNFINISHED, REGISTRY, MACHINE))
