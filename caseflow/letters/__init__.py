"""Letters to a client or about her: by a way that is safe, and sealed as a document of hers."""

from caseflow.letters.check_letter import LetterDraft, check_letter
from caseflow.letters.keep_letter import KeptLetter, keep_letter
from caseflow.letters.show_ways import show_ways, ways_known, ways_of_nobody
from caseflow.letters.write_letter import write_letter

__all__ = [
    "KeptLetter",
    "LetterDraft",
    "check_letter",
    "keep_letter",
    "show_ways",
    "ways_known",
    "ways_of_nobody",
    "write_letter",
]
