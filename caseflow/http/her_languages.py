"""Name the languages that clients read or hear, each in itself."""

from collections.abc import Iterable, Mapping

from caseflow.http.language import endonym
from caseflow.http.papers.voice import spoken_to_her
from caseflow.vocabulary.configuration import Configuration


def her_languages(configuration: Configuration) -> Mapping[str, str]:
    """Return the languages that a client can be written to in."""
    return named_in_themselves(spoken_to_her(configuration), configuration)


def named_in_themselves(tags: Iterable[str], configuration: Configuration) -> Mapping[str, str]:
    """Return languages with their names: those of the pages first, the others by name."""
    tongues, pages = configuration.tongues, configuration.languages
    named = {tag: tongues[tag].endonym if tag in tongues else endonym(tag) for tag in tags}
    first = {tag: named[tag] for tag in pages if tag in named}
    return {**first, **dict(sorted(named.items(), key=lambda each: each[1].casefold()))}
