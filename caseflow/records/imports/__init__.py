"""Taking in the clients of a provider's present spreadsheet, each line whole or not at all."""

from caseflow.records.imports.import_lines import TOGETHER, Outcome, import_lines
from caseflow.records.imports.import_run import finish_import, may_import
from caseflow.records.imports.layout import Column, Layout, read_layout
from caseflow.records.imports.mend_file import mend_file
from caseflow.records.imports.read_file import read_file
from caseflow.records.imports.read_line import Line, read_line
from caseflow.records.imports.read_mapping import read_mapping
from caseflow.records.imports.read_sheet import Row

__all__ = [
    "TOGETHER",
    "Column",
    "Layout",
    "Line",
    "Outcome",
    "Row",
    "finish_import",
    "import_lines",
    "may_import",
    "mend_file",
    "read_file",
    "read_layout",
    "read_line",
    "read_mapping",
]
