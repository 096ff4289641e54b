"""Show on a terminal how far something long has come; anywhere else, nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable


@contextmanager
def shown_progress(text: str) -> Iterator["Callable[[int, int], None]"]:
    """Yield what is told of the progress; it stands on stderr."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(text, total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)
