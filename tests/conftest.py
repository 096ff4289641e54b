"""What every test may ask for."""

pytest_plugins = (
    "tests.machine.memory",
    "tests.machine.postgres",
    "tests.machine.browser",
    "tests.machine.honesty",
    "tests.factories.quick_app",
    "tests.factories.houses",
    "tests.factories.command_line",
    "tests.factories.demo",
)
