"""Know the harmless page that a quick exit leads to, on every page and in every state."""

from flask import Flask

from caseflow.vocabulary.quick_exit import QuickExit


def install_way_out(app: Flask, quick_exit: QuickExit) -> None:
    """Let every page lead away, those too that are made before anybody is known."""
    app.jinja_env.globals["way_out"] = quick_exit.address
