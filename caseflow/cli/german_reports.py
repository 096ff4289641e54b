"""The German of what the log, the database, the doctor and the demo report, by English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_REPORTS: Mapping[str, str] = MappingProxyType(
    {
        "  pages in {languages}": "  Seiten in {languages}",
        "  {categories} categories, {questions} questions": "  {categories} Datenkategorien, "
        "{questions} Fragen",
        "  founded for {founded}: every paper names {configured} all the same; if that is not "
        "right, write the name into provider.toml": "  gegründet für {founded}: Jedes Papier nennt "
        "trotzdem {configured}; stimmt das nicht, schreiben Sie den Namen in provider.toml",
        "  {key}: {months} months after {reference} ({ground})": "  {key}: {months} Monate nach "
        "{reference} ({ground})",
        "Configuration": "Konfiguration",
        "Findings": "Befunde",
        "Her case is closed; say with --reason why you open it.": "Ihr Fall ist geschlossen; sagen "
        "Sie mit --reason, warum Sie ihn öffnen.",
        "No client of this unit has the code {code}.": "In diesem Bereich hat niemand den Code "
        "{code}.",
        "Open {address} and log in, each with the password "
        "{password}:": "Öffnen Sie {address} und melden Sie sich an, alle mit dem Passwort "
        "{password}:",
        "Retention": "Löschfristen",
        "Settings": "Einstellungen",
        "The database stands at migration {current}, the program needs {needed}. Run: "
        "caseflow db upgrade": "Die Datenbank steht bei Migration {current}, das Programm braucht "
        "{needed}. Nächster Schritt: caseflow db upgrade",
        "The database stands at migration {current}, this program needs {needed}. Run: "
        "caseflow db upgrade": "Die Datenbank steht bei Migration {current}, dieses Programm "
        "braucht {needed}. Nächster Schritt: caseflow db upgrade",
        "The database stands at migration {current}.": "Die Datenbank steht bei Migration "
        "{current}.",
        "The demo is being made; this takes some seconds.": "Die Demo wird angelegt; das dauert "
        "einige Sekunden.",
        "The demo lives in {folder}. Delete that directory "
        "to begin anew; Ctrl+C stops it.": "Die Demo liegt in {folder}. Löschen Sie dieses "
        "Verzeichnis, um neu zu beginnen; Strg+C beendet sie.",
        "The demo's provider does not fit this "
        "configuration: {answer}": "Der Träger der Demo passt nicht zu dieser Konfiguration: "
        "{answer}",
        "The demo's story does not fit this configuration: {answer}": "Die Geschichte der Demo "
        "passt nicht zu dieser Konfiguration: {answer}",
        "Verifying the log": "Das Protokoll wird geprüft",
        "Writing the log": "Das Protokoll wird geschrieben",
        "a basis that was used and never ended is gone": "eine Grundlage, die genutzt und nie "
        "beendet wurde, ist verschwunden",
        "a basis was used after its end, or its last uses "
        "are missing": "eine Grundlage wurde nach ihrem Ende genutzt, oder ihre letzten Nutzungen "
        "fehlen",
        "a head is not signed with the key of this installation": "ein Kopf ist nicht mit dem "
        "Schlüssel dieser Installation unterschrieben",
        "a tile of the tree is damaged": "ein Stück des Baums ist beschädigt",
        "a use of a basis has no entry": "zur Nutzung einer Grundlage gibt es keinen Eintrag",
        "a waiting entry was written by somebody else": "ein wartender Eintrag wurde von jemand "
        "anderem geschrieben",
        "administrator": "Administration",
        "an entry tells of a use that its basis does not know": "ein Eintrag nennt eine Nutzung, "
        "die seine Grundlage nicht kennt",
        "cannot be read": "ist nicht lesbar",
        "caseworker": "Fachkraft",
        "data-protection officer": "Datenschutzbeauftragte",
        "entry {number}: ": "Eintrag {number}: ",
        "intake": "Aufnahme",
        "is filed under something that it does not say": "ist unter etwas abgelegt, das er nicht "
        "sagt",
        "is missing": "fehlt",
        "is not the one that the tree holds at this place": "ist nicht der, den der Baum an "
        "dieser Stelle hält",
        "lead": "Leitung",
        "lies behind the end of the tree": "liegt hinter dem Ende des Baums",
        "root {root}": "Wurzel {root}",
        "sound": "in Ordnung",
        "the entries are not those that a head was signed for": "die Einträge sind nicht die, für "
        "die ein Kopf unterschrieben wurde",
        "the log is not as it was written ({first}); keep this database as it is and call "
        "the data-protection officer.": "Das Protokoll ist nicht so, wie es geschrieben wurde "
        "({first}); lassen Sie diese Datenbank, wie sie ist, und rufen Sie die "
        "Datenschutzbeauftragte.",
        "the present size has no signed head": "die jetzige Größe hat keinen unterschriebenen Kopf",
        "two entries tell of the same use of a basis": "zwei Einträge nennen dieselbe Nutzung "
        "einer Grundlage",
        "verified": "geprüft",
        "was changed after it was written": "wurde nach dem Schreiben geändert",
        "{email} does not belong to {unit} any more.": "{email} gehört nicht mehr zu {unit}.",
        "{entries} of {size} entries hashed again": "{entries} von {size} Einträgen nachgerechnet",
        "{file} is no key any more; delete the demo's directory.": "{file} ist kein Schlüssel "
        "mehr; löschen Sie das Verzeichnis der Demo.",
        "{folder} holds something else than a demo; name "
        "another directory with --data.": "In {folder} liegt etwas anderes als eine Demo; nennen "
        "Sie mit --data ein anderes Verzeichnis.",
    }
)
