"""Speak the reader's language: what she chose, else what her browser asks for."""

from importlib.resources import files

import flask_babel  # type: ignore[import-untyped]  # it ships no types
from babel import Locale
from flask import Flask, request

from caseflow.http.cookies import Cookies
from caseflow.http.form_marks import spoken_to
from caseflow.http.programs import of_program
from caseflow.paper import language_rightwards
from caseflow.vocabulary.configuration import Configuration


def install_language(app: Flask, cookies: Cookies, configuration: Configuration) -> None:
    """Choose the language of each request among those that the provider offers."""
    offered = configuration.languages

    def chosen() -> str:
        spoken = None if of_program() else spoken_to()
        for kept in (spoken, cookies.language_of(request)):
            if kept in offered:
                return str(kept)
        asked = (tag.partition("-")[0] for tag in request.accept_languages.values())
        return next((each for each in asked if each in offered), offered[0])

    flask_babel.Babel(
        app,
        default_locale=offered[0],
        default_timezone=configuration.zone.key,
        default_translation_directories=str(files("caseflow.http") / "translations"),
        locale_selector=chosen,
    )
    app.jinja_env.globals["languages"] = {code: endonym(code) for code in offered}
    app.jinja_env.globals["direction_of"] = direction_of


def endonym(code: str) -> str:
    """Return the name of a language in that language."""
    locale = Locale.parse(code)
    return (locale.get_display_name(code) or code).capitalize()


def language() -> str:
    """Return the language of this answer."""
    return str(flask_babel.get_locale().language)


def direction() -> str:
    """Return in which direction this answer is read: `ltr` or `rtl`."""
    return str(flask_babel.get_locale().text_direction)


def direction_of(tag: str) -> str:
    """Return in which direction a language is read, the pages' or a client's: `ltr` or `rtl`."""
    return "ltr" if language_rightwards(tag) else "rtl"


def gettext(message: str, /, **values: str) -> str:
    """Return a sentence in the language of this answer, with its values put in."""
    return str(flask_babel.gettext(message, **values))


def mark(message: str) -> str:
    """Mark a sentence of a table for the catalogue; it is translated where it is shown."""
    return message
