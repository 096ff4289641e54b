"""Write Arabic and Persian letters in Latin ones, as far as sound and order need it.

After DIN 31635 and the ALA-LC tables, without their signs above and below letters. What writes no
short vowels gets none here. Everything else is left to anyascii.
"""

import re
from types import MappingProxyType

_FIRST_AYN = re.compile(r"\bع")
_LAST_H = re.compile(r"ه\b")  # noqa: RUF001 - the Arabic letter is meant
_ARABIC = MappingProxyType(
    str.maketrans(
        {
            **dict.fromkeys("اأآٱى", "a"),
            "إ": "i",
            **dict.fromkeys("ءئؤعـ", ""),
            "ب": "b",
            "پ": "p",
            **dict.fromkeys("تط", "t"),
            "ث": "th",
            "ج": "j",
            "چ": "ch",
            "ح": "h",
            **dict.fromkeys("هەۀ", "h"),
            "ة": "a",
            "خ": "kh",
            "د": "d",
            "ذ": "dh",
            **dict.fromkeys("رڕ", "r"),
            **dict.fromkeys("زظ", "z"),
            "ژ": "zh",
            **dict.fromkeys("سص", "s"),
            "ش": "sh",
            "ض": "d",
            "غ": "gh",
            **dict.fromkeys("فڤ", "f"),
            "ق": "q",
            **dict.fromkeys("كک", "k"),
            "گ": "g",
            **dict.fromkeys("لڵ", "l"),
            "م": "m",
            "ن": "n",
            **dict.fromkeys("وۆ", "w"),
            **dict.fromkeys("يیێ", "y"),
            **dict.fromkeys(map(chr, range(0x064B, 0x0653)), ""),  # vowel signs
            "\u200c": " ",
        }
    )
)
_APOSTROPHES = str.maketrans("", "", "'`´’‘ʼʹʻʿʾ′")  # noqa: RUF001


def to_latin(text: str) -> str:
    """Return a text with these letters written out; vowel signs and lengthening are left out.

    A word that begins with ayn begins with a vowel, and one that ends in h mostly ends in one.
    """
    return _LAST_H.sub("eh", _FIRST_AYN.sub("a", text)).translate(_ARABIC)


def without_apostrophes(text: str) -> str:
    """Return a text without the signs for soft letters and stops, which part no words."""
    return text.translate(_APOSTROPHES)
