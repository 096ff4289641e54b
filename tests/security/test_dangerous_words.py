"""Nothing in the program runs, loads or draws what somebody sent: such calls are not in it.

Read off the source, so that each new file is among it. Who needs one of them all the same stands
below with the reason.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.architecture.tree import modules, texts

# Code from text, objects from bytes, other programs, parsers that fetch, weak digests and chance.
CALLS = frozenset(
    {
        *("eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.execv"),
        *("hashlib.md5", "hashlib.sha1", "hashlib.new"),
        *("etree.parse", "minidom.parse", "modes.ECB", "modes.CBC", "algorithms.TripleDES"),
    }
)
TEMPLATING = frozenset({"render_template_string", "from_string"})
IMPORTS = frozenset(
    {
        *("pickle", "marshal", "shelve", "dill", "yaml", "xml", "lxml", "subprocess", "pty"),
        *("ctypes", "cffi", "random", "ldap", "ldap3", "smtplib", "imaplib", "ftplib", "memcache"),
    }
)
NETWORK = frozenset({"socket", "requests", "http.client", "urllib.request", "httpx", "aiohttp"})
SPEAKING = {
    "caseflow/cli/remote_log.py",  # the officer's own machine asks the service that she names
    "caseflow/cli/serve.py",  # listens
    "caseflow/identity/openid_provider.py",  # asks the one provider that was configured
}
BUILT = frozenset({"text", "literal_column", "exec_driver_sql", "execute"})  # SQL
PATTERNS = frozenset({"re.compile", "re.match", "re.fullmatch", "re.search", "re.sub", "re.split"})
MARKUP = frozenset({"Markup"})
EXCUSED = {
    "caseflow/audit/second_process.py: subprocess": "this interpreter with our own lines, no shell",
    "caseflow/cleaning/clean_apart.py: subprocess": "our own module, apart, with numbers alone",
    "caseflow/settings/key_command.py: subprocess": "the operator's own command, without a shell",
    "caseflow/database/engines.py: execute": "settings of SQLite, each written beside it",
    "caseflow/web/clients/show_card.py: Markup": "a pattern of squares, drawn by ourselves",
    "caseflow/web/factors/add_page.py: Markup": "a pattern of squares, drawn by ourselves",
}
SCRIPT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|postMessage"
    r"|\"message\"|localStorage|sessionStorage|indexedDB|document\.cookie|__proto__|\bvar\b"
    r"|https?://(?!www\.w3\.org/)"
)
# A channel that reaches the windows of the same origin alone: all of them hide at once.
OWN_WINDOWS = {"caseflow/web/static/curtain.js": {"postMessage", '"message"'}}
TEMPLATE = re.compile(r"\|\s*safe\b|autoescape|javascript:|<script(?! type=\"module\" src=)")


def dangerous(sources: Mapping[Path, ast.Module]) -> Iterator[str]:
    """Yield each call and each import that must not be, where it stands."""
    for path, module in sources.items():
        found = {*_imported(module), *_called(module)}
        yield from (said for name in sorted(found) if (said := f"{path}: {name}") not in EXCUSED)


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
        yield from (name for name in names if name.partition(".")[0] in IMPORTS)


def _called(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            whole = ast.unparse(node.func)
            last = whole.rpartition(".")[2]
            built = bool(node.args) and not isinstance(node.args[0], ast.Constant)
            if {whole, ".".join(whole.split(".")[-2:])} & CALLS or last in TEMPLATING:
                yield whole
            if whole in PATTERNS | MARKUP and built:
                yield whole
            if last in BUILT and node.args and isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
                yield last


def speaking(sources: Mapping[Path, ast.Module]) -> set[str]:
    """Return the modules that can speak to somebody over the network."""
    return {
        str(path)
        for path, module in sources.items()
        for node in ast.walk(module)
        if _names(node) & NETWORK
    }


def _names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {each.name for each in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return set()


def test_nothing_runs_loads_or_draws_what_was_sent() -> None:
    assert list(dangerous(modules("caseflow", "migrations"))) == []


def test_only_who_stands_here_speaks_to_others() -> None:
    assert speaking(modules("caseflow")) == SPEAKING


def test_no_script_of_ours_draws_text_as_a_page_or_keeps_anything() -> None:
    scripts = texts("caseflow", suffix=".js")
    assert scripts
    found = {str(path): set(SCRIPT.findall(text)) for path, text in scripts.items()}
    assert {path: words - OWN_WINDOWS.get(path, set()) for path, words in found.items()} == {
        path: set() for path in found
    }
    for path in OWN_WINDOWS:
        assert "new BroadcastChannel(" in scripts[Path(path)]
        assert "window.postMessage" not in scripts[Path(path)]


def test_no_template_of_ours_takes_text_for_a_page() -> None:
    templates = texts("caseflow/web/templates", suffix=".html")
    assert templates
    assert [path for path, text in templates.items() if TEMPLATE.search(text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "eval(sent)",
        "import pickle",
        "from lxml import etree",
        "import subprocess as other",
        "import os\nos.system(sent)",
        "hashlib.md5(sent)",
        "session.execute(f'select {sent}')",
        "session.execute(text('select ' + sent))",
        "re.compile(sent)",
        "Markup(sent)",
        "render_template_string(sent)",
        "Cipher(algorithms.AES(key), modes.ECB())",
    ],
)
def test_a_dangerous_line_is_found(line: str) -> None:
    assert list(dangerous({Path("caseflow/new.py"): ast.parse(line)}))


@pytest.mark.parametrize("line", ["import requests", "from urllib import request"])
def test_a_new_speaker_is_found(line: str) -> None:
    assert speaking({Path("caseflow/new.py"): ast.parse(line)}) == {"caseflow/new.py"}


def test_a_dangerous_script_and_template_are_found() -> None:
    assert SCRIPT.search("element.innerHTML = sent")
    assert SCRIPT.search('addEventListener("message", take)')
    assert TEMPLATE.search("{{ sent | safe }}")
    assert TEMPLATE.search("<script>take()</script>")
