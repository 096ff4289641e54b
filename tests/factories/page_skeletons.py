"""What of a page its rules look at: two pages that differ in anything else are checked once.

Reading a page as the standard's own parser does takes longer than answering it; the same page about
somebody else, or for somebody else, keeps the same rules.
"""

import re

_ESCAPED = r"&(?:amp|lt|gt|#34|#39);"
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# No rule looks into these. That they are there stays: an attribute may not stand twice.
_FREE = re.compile(rf'(?<= )(value|class)="(?:[^"<>&]|{_ESCAPED})*"')
_INSIDE = re.compile(rf'(?<=href="/)(?!/)(?:[^"<>&]|{_ESCAPED})+')
# That there are words is a rule's business, which they are is none but where the title is.
_WORDS = re.compile(rf"(?<!<title)>(?:[^<>&\"']|{_ESCAPED})*\w(?:[^<>&\"']|{_ESCAPED})*<")
_WAYS = re.compile(r'(<li><a href="/">x</a></li>\s*)+')


def skeleton(text: str) -> str:
    """Return a page without what keeps every rule whatever it says."""
    if "<!--" in text:
        return text  # what stands there is no words
    bare = _same_ids(text)
    bare = _INSIDE.sub("", _FREE.sub(r'\1=""', bare))
    return _WAYS.sub(r"\1", _WORDS.sub(">x<", bare))


def _same_ids(text: str) -> str:
    """Name each id by when it comes first: what points at what stays."""
    met: dict[str, str] = {}
    return _ID.sub(lambda found: met.setdefault(found[0], f"id{len(met)}"), text)
