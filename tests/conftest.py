"""What every test may ask for."""

from hypothesis import settings

pytest_plugins = (
    "tests.machine.memory",
    "tests.machine.kept",
    "tests.machine.postgres",
    "tests.machine.browser",
    "tests.machine.counted_lines",
    "tests.machine.young_heap",
    "tests.machine.honesty",
    "tests.factories.quick_app",
    "tests.factories.houses",
    "tests.factories.command_line",
    "tests.factories.demo",
)

# No test asserts a time: what is tried by chance may take as long as a busy machine needs.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
