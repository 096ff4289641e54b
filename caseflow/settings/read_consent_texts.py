"""Read config/consents/*.toml, and hash each text exactly as it is shown."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from caseflow.settings.toml_tables import Table, read_table
from caseflow.vocabulary.configuration import ConsentText, Paragraph
from caseflow.vocabulary.errors import BadConfiguration
from caseflow.vocabulary.states import Notice

SHARING = "sharing"  # the template that every installation needs

_KNOWN = frozenset(
    {"template", "version", "language", "reviewed", "title", "paragraphs", "notices"}
)
_NEWEST = 10_000


def read_consent_texts(
    files: Iterable[Path], languages: Collection[str]
) -> tuple[ConsentText, ...]:
    """Return all versions of all texts; `sharing` must be there in each language."""
    texts = tuple(_text(file) for file in files)
    there = {(text.template, text.language) for text in texts}
    for language in languages:
        if (SHARING, language) not in there:
            raise BadConfiguration(
                "config/consents/{template}-1.{language}.toml is missing; `{language}` is among "
                "the languages of config/provider.toml",
                template=SHARING,
                language=language,
            )
    return texts


def text_hash(words: Mapping[str, object]) -> str:
    """Return the SHA-256, hexadecimal, of the words in canonical JSON."""
    canonical = json.dumps(words, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _text(file: Path) -> ConsentText:
    table = read_table(file)
    table.only(_KNOWN)
    template, language = table.text("template"), table.text("language")
    version = table.number("version", 1, _NEWEST)
    if file.name != f"{template}-{version}.{language}.toml":
        raise table.wrong(
            "the file must be named {template}-{version}.{language}.toml",
            "version",
            template=template,
            version=version,
            language=language,
        )
    paragraphs = tuple(_paragraph(key, each) for key, each in table.table("paragraphs").tables())
    notices = _notices(table.table("notices"))
    title = table.text("title")
    words: Mapping[str, object] = {
        "template": template,
        "version": version,
        "language": language,
        "title": title,
        "paragraphs": [[each.key, each.heading, each.text] for each in paragraphs],
        "notices": notices,
    }
    # Whether it was reviewed is said beside the text; it is no word of it and not in the hash.
    reviewed = table.flag("reviewed", default=True)
    return ConsentText(
        template, version, language, title, paragraphs, notices, text_hash(words), reviewed
    )


def _paragraph(key: str, table: Table) -> Paragraph:
    table.only({"heading", "text"})
    return Paragraph(key, table.text("heading"), table.text("text"))


def _notices(table: Table) -> Mapping[Notice, str]:
    table.only([notice.value for notice in Notice])
    return {notice: table.text(notice.value) for notice in Notice}
