"""Words that programs stumble over, and what may be kept of them."""

import unicodedata

HARD_WORDS = (
    "\u202eabc\u202c def",  # right to left, and back
    "\u2067שלום\u2069 مرحبا بالعالم",  # noqa: RUF001 - isolates around Hebrew and Arabic
    "\ufeffam Anfang",  # a byte order mark
    "zero\u200bwidth\u200dsigns\u2060here",
    "\u200e\u200f",
    "e\u0301 o\u0308 ǆ ﬁ Å Å",  # composed and not, compatibility signs
    "Z\u0351\u036b\u0343A\u0334\u0321L\u0321\u0353G\u0321O\u0337",
    "👩🏽‍🦱👩‍👩‍👧‍👦🏳️‍🌈🇺🇦",  # more than two bytes each, joined
    "𝕱𝖗𝖆𝖚 𐍈 𠜎",  # noqa: RUF001 - beyond the basic plane
    "\U0010fffe\uffff",  # no characters by agreement
    "ẞßİıſ ŉ",  # change their length with their case
    "null\x00byte",
    "bell\x07 escape\x1b[31m",
    "\x85 next line \x9c string",
    "tab\tand\r\nline\rends\n\nhere",
    "\u2028line\u2029paragraph",
    "\u00a0\u2003\u3000blanks all around\u00a0",
    "'; DROP TABLE clients; --",
    '" OR 1=1 /* \' UNION SELECT row_seal FROM consents',
    "100% _ \\% ESCAPE '\\'",
    "<script>alert(7)</script>",
    '"><img src=x onerror=alert(7)>',
    "</textarea></title><svg/onload=alert(7)>",
    "javascript:alert(7)//&lt;&#x3c;",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7} <%= 7 %>",
    '{"a": [null, true], "b": "\\u0000"}',
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>",
    "%s %d %n %(code)s {0} {code!r} %x%x%x",
    "$(reboot) `id` | cat ; && ${HOME}",
    "../../../../etc/passwd\\..\\boot.ini",
    "=HYPERLINK(\"http://x\")+cmd|' /C calc'!A0",
    "1e309 -0 NaN Infinity 0x7f 1_000 ١٢٣",
    "0", "00012345678901234567890", "true", "null", "undefined",
    "-1", "9" * 400,
    "31.2.2026 2026-02-30T25:61:61Z",
    "Content-Length: 0\r\nSet-Cookie: a=b",
    "a" * 499, "ä" * 500, "ß" * 501,
    "wort " * 3999, "x" * 20_000, "👩" * 20_001,
)  # fmt: skip
LONE = ("\ud800", "a\udfffb", "\ude00\ud83d")  # halves of characters: no text at all
UNSEEN = {"Cf", "Zl", "Zp", "Zs"}  # words of these alone are none
LONGEST_LINE, LONGEST_TEXT = 500, 20_000
RAW = ("<script>alert(7)", "<img src=x", "<svg/onload")  # would run if it stood on a page


def kept_text(word: str) -> str | None:
    """Return what is kept of several lines: all of it but outer blanks; None where it cannot be."""
    return _kept(word.replace("\r\n", "\n").replace("\r", "\n").strip(), LONGEST_TEXT)


def kept_line(word: str) -> str | None:
    """Return what is kept of one line; None where it cannot be."""
    return _kept(" ".join(word.split()), LONGEST_LINE)


def _kept(word: str, longest: int) -> str | None:
    composed = unicodedata.normalize("NFC", word)
    control = any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in composed
                  if sign not in "\n\t")  # fmt: skip
    seen = any(unicodedata.category(sign) not in UNSEEN for sign in composed)
    return None if control or not seen or len(composed) > longest else composed
