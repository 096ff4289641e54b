from flask import Flask

from caseflow.http.way_out import install_way_out
from caseflow.vocabulary.quick_exit import QuickExit


def test_every_page_knows_where_to(app: Flask) -> None:
    assert app.jinja_env.globals["way_out"] == QuickExit().address
    install_way_out(app, QuickExit("https://wetter.example/"))
    assert app.jinja_env.globals["way_out"] == "https://wetter.example/"
