"""A test run that cannot look better than it is: nothing is skipped, both databases do the same.

What only one of the databases can do at all says so with `pytest.mark.one_engine("why")`. Such
tests are counted apart and their number is printed; one without a reason fails.
"""

import re
from collections import Counter
from collections.abc import Generator

import pytest

from tests.machine.postgres import ENGINES

ALONE = "alone"
# An id by chance: each process would call the test by another name, and none could share it out.
BY_CHANCE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


class Honesty:
    """Count the tests of each engine where all reports arrive."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.counts = Counter(dict.fromkeys(ENGINES, 0))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            counted = ("engine", "one engine")
            self.counts.update(
                str(value) for name, value in report.user_properties if name in counted
            )

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.problem and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        told = ", ".join(f"{self.counts[engine]} on {engine}" for engine in ENGINES)
        alone = self.counts[ALONE]
        terminalreporter.write_line(f"Tests with a database: {told}; {alone} of one alone.")
        if self.problem:
            terminalreporter.write_line(self.problem, red=True)

    @property
    def problem(self) -> str:
        """What is wrong with the counts of a whole run; a chosen part of the tests may differ."""
        chosen = self.config.args_source is not pytest.Config.ArgsSource.TESTPATHS
        if chosen or self.config.option.keyword or self.config.option.markexpr:
            return ""
        even = len({self.counts[engine] for engine in ENGINES}) == 1
        return "" if even else "Every test with a database must run on both engines."


def pytest_configure(config: pytest.Config) -> None:
    # A worker only passes its reports on; the process that started it counts them.
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Honesty(config), "honesty")
    config.addinivalue_line("markers", "one_engine(why): only one of the databases can do this")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A property travels with its report from a worker to the process that counts.
    for item in items:
        if BY_CHANCE.search(item.nodeid):
            raise pytest.UsageError(f"{item.nodeid}: a name must be the same in each process.")
        chosen = getattr(item, "callspec", None)
        values = [] if chosen is None else [str(value) for value in chosen.params.values()]
        engines = [engine for engine in ENGINES if engine in values]
        alone = item.get_closest_marker("one_engine")
        if alone is not None and not any(alone.args):
            raise pytest.UsageError(f"{item.nodeid}: one_engine needs its reason.")
        if alone is not None and engines:
            item.user_properties.append(("one engine", ALONE))
            continue
        item.user_properties += [("engine", engine) for engine in engines]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped:
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped:
        _fail(report)
    return report


def _fail(report: pytest.TestReport | pytest.CollectReport) -> None:
    # A skipped or expected failure counts as one: a test that may be left out proves nothing.
    report.outcome = "failed"
    report.longrepr = f"A test may not be skipped or be expected to fail:\n{report.longreprtext}"
    vars(report).pop("wasxfail", None)
