"""Say what is wrong with a sheet or one of its lines, and what to do, in the reader's language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from babel.dates import get_month_names

if TYPE_CHECKING:
    from caseflow.vocabulary.answers import Problem
    from caseflow.vocabulary.questions.catalogue import Catalogue

_GERMAN = MappingProxyType(
    {
        "a_workbook": "Das ist keine Arbeitsmappe, die sich lesen lässt. Speichern Sie sie als "
        "„Excel-Arbeitsmappe (.xlsx)“ oder als „CSV UTF-8“ und lesen Sie diese Datei ein.",
        "ambiguous_number": "{given} lässt sich auf zwei Weisen lesen; schreiben Sie die Zahl ohne "
        "Tausenderpunkt.",
        "broken_workbook": "Die Arbeitsmappe ist beschädigt. Öffnen Sie sie in Excel, speichern "
        "Sie sie neu als „.xlsx“ oder „CSV UTF-8“ und lesen Sie diese Datei ein.",
        "broken_mapping": "Die Zuordnung der Spalten ist nicht lesbar: {error}.",
        "broken_quotes": "In der Zeile, die in Zeile {line} beginnt, passen die Anführungszeichen "
        "nicht zusammen; ein Anführungszeichen im Text wird verdoppelt.",
        "cell_too_long": "In der Zeile, die in Zeile {line} beginnt, ist eine Zelle zu lang; "
        "kürzen "
        "Sie sie, oder sehen Sie nach, ob ein Anführungszeichen fehlt.",
        "column_twice": "{column} kommt zweimal vor; lassen Sie eine der Spalten mit - weg.",
        "control_character": "Hier steht ein Zeichen, das sich nicht aufbewahren lässt.",
        "empty": "Hier fehlt etwas.",
        "required": "Hier fehlt etwas.",
        "empty_file": "Die Datei ist leer.",
        "empty_sheet": "Das Blatt „{sheet}“ ist leer; nennen Sie mit --sheet das richtige: "
        "{sheets}.",
        "ends_before_it_begins": "Dieser Tag liegt vor dem Beginn am {from}.",
        "entry_without_text": "Zu diesem Eintrag fehlt der Text.",
        "file_too_large": "Die Datei ist größer als {most} MB; teilen Sie sie.",
        "formula_without_result": "Die Zelle {cell} im Blatt „{sheet}“ enthält eine Formel ohne "
        "gespeichertes Ergebnis. Öffnen Sie die Arbeitsmappe in Excel, speichern Sie sie und "
        "lesen Sie sie noch einmal ein.",
        "in_future": "{given} liegt in der Zukunft.",
        "mapping_not_utf8": "Die Zuordnung der Spalten ist nicht in UTF-8 gespeichert.",
        "no_lines": "Unter der ersten Zeile steht nichts, was sich übernehmen ließe.",
        "named_and_anonymous": "Hier steht ein Name, obwohl sie ohne Namen bleiben will.",
        "no_columns": "Die Zuordnung braucht genau eine Tabelle [columns]: Überschrift = "
        "Schlüssel.",
        "no_mapping": "Es ist nicht gesagt, welche Spalte was bedeutet: Beginnen Sie die erste "
        "Zeile mit #caseflow und den Schlüsseln, oder legen Sie eine Zuordnung daneben "
        "(--mapping).",
        "no_sheets": "Diese Datei hat keine Blätter; lassen Sie --sheet weg.",
        "no_such_column": "Diese Zelle nennt mehr, als zu einer Zeile der Antwort gehört: {given}. "
        "Zwischen den Angaben steht ein Semikolon, zwischen den Zeilen ein |.",
        "no_such_document": "Dateien lassen sich nicht einlesen; hängen Sie sie danach an.",
        "no_such_day": "{given} ist kein Tag: Der {month_name} hat {last} Tage.",
        "no_such_month": "{given} nennt keinen Monat.",
        "no_such_option": "{given} steht nicht zur Wahl. Möglich sind: {options}.",
        "no_such_sheet": "Ein Blatt „{sheet}“ gibt es nicht; es gibt: {sheets}.",
        "no_table": "Das ist keine Tabelle; speichern Sie sie in Excel als „CSV UTF-8“.",
        "no_visible_sheet": "Kein Blatt ist sichtbar; nennen Sie eines mit --sheet: {sheets}.",
        "not_a_code": "{given} ist keine Kennziffer eines Berufs: fünf Ziffern.",
        "not_a_date": "{given} ist kein Tag; schreiben Sie ihn wie 4.3.2022.",
        "not_a_number": "{given} ist keine Zahl.",
        "not_a_year": "{given} ist kein Jahr; schreiben Sie vier Ziffern.",
        "not_kept_here": "Ihr Bereich führt dazu kein Fach; lassen Sie die Spalte mit - weg.",
        "not_whole": "{given} ist keine ganze Zahl.",
        "not_yes_no": "{given} heißt weder Ja noch Nein; schreiben Sie ja oder nein.",
        "nothing_here": "In dieser Zeile steht in keiner der Spalten etwas.",
        "nothing_mapped": "Keine Spalte hat einen Schlüssel.",
        "old_workbook": "Das ist eine Arbeitsmappe der alten Art (.xls). Öffnen Sie sie in Excel, "
        "speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“ und lesen Sie diese Datei ein.",
        "out_of_bounds": "{given} liegt nicht zwischen {from} und {to}.",
        "sheet_too_large": "Das Blatt hat mehr als {most} Zeilen oder viel zu viele Zellen; "
        "teilen Sie es, oder kopieren Sie die Zeilen in eine neue Arbeitsmappe.",
        "too_long": "Das ist zu lang: {length} Zeichen, höchstens {most}.",
        "too_many": "Das sind zu viele: höchstens {most}.",
        "too_many_rows": "Das sind zu viele Zeilen in einer Antwort: höchstens {most}.",
        "too_many_cells": "Die Zeile hat mehr Zellen als Spalten; ein Text mit Trennzeichen gehört "
        "in Anführungszeichen.",
        "unknown_key_near": "Die Spalte „{column}“ hat keinen bekannten Schlüssel („{key}“); "
        "gemeint "
        "ist vielleicht „{near}“. Mit - wird sie weggelassen.",
        "unknown_key": "Die Spalte „{column}“ hat keinen bekannten Schlüssel („{key}“); mit - wird "
        "sie weggelassen.",
        "unpacks_too_large": "Die Arbeitsmappe ist ausgepackt größer als {most} MB; teilen Sie "
        "sie, oder kopieren Sie die Zeilen in eine neue.",
        "year_out_of_range": "{given} liegt zu weit weg; prüfen Sie das Jahr.",
        "with_macros": "Die Arbeitsmappe enthält Makros. Speichern Sie sie als "
        "„Excel-Arbeitsmappe (.xlsx)“ ohne Makros und lesen Sie diese Datei ein.",
        "with_password": "Die Arbeitsmappe hat ein Passwort. Nehmen Sie es in Excel heraus "
        "(Datei, Informationen, Arbeitsmappe schützen) und speichern Sie sie neu.",
    }
)
_ENGLISH = MappingProxyType(
    {
        "a_workbook": "This is no workbook that can be read. Save it as “Excel Workbook (.xlsx)” "
        "or as “CSV UTF-8” and import that file.",
        "ambiguous_number": "{given} can be read in two ways; write it without separators.",
        "broken_workbook": "The workbook is damaged. Open it in Excel, save it anew as “.xlsx” "
        "or “CSV UTF-8” and import that file.",
        "broken_mapping": "The mapping of the columns cannot be read: {error}.",
        "broken_quotes": "The quotes in the row that begins in line {line} do not match; a quote "
        "inside a text is doubled.",
        "cell_too_long": "A cell of the row that begins in line {line} is too long; shorten it, "
        "or look whether a quote is missing.",
        "column_twice": "{column} occurs twice; leave one of the columns out with -.",
        "control_character": "This holds a sign that cannot be kept.",
        "empty": "Something is missing here.",
        "required": "Something is missing here.",
        "empty_file": "The file is empty.",
        "empty_sheet": "The sheet “{sheet}” is empty; name the right one with --sheet: {sheets}.",
        "ends_before_it_begins": "This day lies before the one it begins with, {from}.",
        "entry_without_text": "The text of this entry is missing.",
        "file_too_large": "The file is larger than {most} MB; divide it.",
        "formula_without_result": "Cell {cell} of the sheet “{sheet}” holds a formula without a "
        "saved result. Open the workbook in Excel, save it and import it again.",
        "in_future": "{given} lies in the future.",
        "mapping_not_utf8": "The mapping of the columns is not saved as UTF-8.",
        "no_lines": "Below the first row there is nothing to import.",
        "named_and_anonymous": "There is a name here, although she wants to stay without one.",
        "no_columns": "The mapping needs exactly one table [columns]: heading = key.",
        "no_mapping": "Nothing says what the columns mean: begin the first row with #caseflow and "
        "the keys, or lay a mapping beside the file (--mapping).",
        "no_sheets": "This file has no sheets; leave --sheet out.",
        "no_such_column": "This cell names more than belongs to a row of the answer: {given}. A "
        "semicolon stands between the parts, a | between the rows.",
        "no_such_document": "Files cannot be imported; attach them afterwards.",
        "no_such_day": "{given} is not a day: {month_name} has {last} days.",
        "no_such_month": "{given} names no month.",
        "no_such_option": "{given} is none of those offered: {options}.",
        "no_such_sheet": "There is no sheet “{sheet}”; there are: {sheets}.",
        "no_table": "This is no table; save it as “CSV UTF-8” in Excel.",
        "no_visible_sheet": "No sheet is visible; name one with --sheet: {sheets}.",
        "not_a_code": "{given} is no number of an occupation: five digits.",
        "not_a_date": "{given} is no day; write it like 4.3.2022.",
        "not_a_number": "{given} is no number.",
        "not_a_year": "{given} is no year; write four digits.",
        "not_kept_here": "Your unit keeps no drawer for this; leave the column out with -.",
        "not_whole": "{given} is not a whole number.",
        "not_yes_no": "{given} says neither yes nor no; write yes or no.",
        "nothing_here": "None of the columns holds anything in this line.",
        "nothing_mapped": "No column has a key.",
        "old_workbook": "This is a workbook of the old kind (.xls). Open it in Excel, save it as "
        "“Excel Workbook (.xlsx)” and import that file.",
        "out_of_bounds": "{given} is not between {from} and {to}.",
        "sheet_too_large": "The sheet has more than {most} rows, or far too many cells; divide "
        "it, or copy the rows into a new workbook.",
        "too_long": "This is too long: {length} characters, at most {most}.",
        "too_many": "These are too many: at most {most}.",
        "too_many_rows": "These are too many rows in one answer: at most {most}.",
        "too_many_cells": "The line has more cells than columns; a text with separators belongs in "
        "quotes.",
        "unknown_key_near": "The column “{column}” has no known key (“{key}”); “{near}” may be "
        "meant. "
        "With - it is left out.",
        "unknown_key": "The column “{column}” has no known key (“{key}”); with - it is left out.",
        "unpacks_too_large": "Unpacked, the workbook is larger than {most} MB; divide it, or copy "
        "the rows into a new one.",
        "year_out_of_range": "{given} lies too far away; look at the year.",
        "with_macros": "The workbook holds macros. Save it as “Excel Workbook (.xlsx)” without "
        "them and import that file.",
        "with_password": "The workbook has a password. Take it out in Excel (File, Info, Protect "
        "Workbook) and save it anew.",
    }
)
SENTENCES: Mapping[str, Mapping[str, str]] = MappingProxyType({"de": _GERMAN, "en": _ENGLISH})
_OTHERWISE = MappingProxyType(
    {"de": "Das lässt sich so nicht übernehmen.", "en": "This cannot be taken as it is."}
)


def problem_sentence(problem: "Problem", language: str, catalogue: "Catalogue") -> str:
    """Return what is wrong and what to do."""
    spoken = language if language in SENTENCES else "en"
    sentence = SENTENCES[spoken].get(problem.code, _OTHERWISE[spoken])
    values = {**problem.values, "options": _options(problem, spoken, catalogue)}
    if "month" in values:
        values["month_name"] = get_month_names(locale=spoken)[int(values["month"])]
    return sentence.format_map(values)


def _options(problem: "Problem", language: str, catalogue: "Catalogue") -> str:
    name, _, part = problem.field.partition(".")
    question = catalogue.question(name)
    if question is None:
        return ""
    wanted = question.type.part(part)
    parts = question.type.parts if wanted is None else (wanted,)
    return ", ".join(option.labels[language] for each in parts for option in question.options(each))
