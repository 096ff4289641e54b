"""The German of what is said about backups and restores, by its English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_BACKUPS: Mapping[str, str] = MappingProxyType(
    {
        "A row of {table} cannot be kept by this database as it was; nothing was restored.": "Eine "
        "Zeile von {table} kann diese Datenbank nicht so aufnehmen, wie sie war; es wurde nichts "
        "wiederhergestellt.",
        "Backed up: {file}, with the log at {size} entries.": "Gesichert: {file}, das Protokoll "
        "steht bei {size} Einträgen.",
        "Checking the backup": "Die Sicherung wird geprüft",
        "Could not be done again: {end}; an officer must look.": "Nicht nachgeholt werden konnte: "
        "{end}; eine Datenschutzbeauftragte muss nachsehen.",
        "Deleted, for its time was over: {file}": "Gelöscht, weil die Zeit vorbei war: {file}",
        "Restored {rows} rows of content; without keys, nothing of it opens.": "{rows} Zeilen "
        "Inhalt wiederhergestellt; ohne Schlüssel öffnet sich davon nichts.",
        "Restored {rows} rows of {taken_at}; everybody logs in anew.": "{rows} Zeilen vom "
        "{taken_at} wiederhergestellt; alle melden sich neu an.",
        "Restoring": "Die Sicherung wird zurückgespielt",
        "Sharing goes on. What ended after the witness had looked last, nobody here knows: let an "
        "officer compare.": "Das Teilen geht weiter. Was endete, nachdem die Zeugin zuletzt "
        "nachgesehen hat, weiß hier niemand: Lassen Sie eine Datenschutzbeauftragte vergleichen.",
        "Sharing is suspended: only a unit's own drawers open until an officer has compared and "
        "confirms it on her page (Access log, Restored from a backup).": "Das Teilen ist "
        "ausgesetzt: Es öffnen sich nur die eigenen Fächer jedes Bereichs, bis eine "
        "Datenschutzbeauftragte verglichen hat und es auf ihrer Seite bestätigt "
        "(Zugriffsprotokoll, Aus einer Sicherung wiederhergestellt).",
        "The backup holds no installation that is as it was written.": "In der Sicherung ist keine "
        "Installation, die so ist, wie sie geschrieben wurde.",
        "The backup was made by caseflow {program} at migration {current}, this program needs "
        "{needed}: restore it with that release, then run: caseflow db upgrade": "Die Sicherung "
        "ist von caseflow {program} bei Migration {current}, dieses Programm braucht {needed}: "
        "Spielen Sie sie mit jener Version zurück. Nächster Schritt danach: caseflow db upgrade",
        "The database is not empty; nothing was changed. Name an empty one with "
        "CASEFLOW_DATABASE_URL.": "Die Datenbank ist nicht leer; es wurde nichts geändert. Nennen "
        "Sie mit CASEFLOW_DATABASE_URL eine leere.",
        "The last backup was made at {made}.": "Die letzte Sicherung wurde am {made} gemacht.",
        "There is no backup yet; see: caseflow backup --help": "Es gibt noch keine Sicherung; "
        "sehen Sie nach: caseflow backup --help",
        "The entries of the log are not those that its head was signed for.": "Die Einträge des "
        "Protokolls sind nicht die, für die sein Kopf unterschrieben wurde.",
        "The file of keys and links is gone, or its time was over on {day}: without it nobody can "
        "log in, and nothing that a client said opens. Restore the content alone with "
        "--content-only, beside another copy of the keys.": "Die Datei der Schlüssel und "
        "Zuordnungen ist fort, oder ihre Zeit war am {day} vorbei: Ohne sie kann sich niemand "
        "anmelden, und nichts öffnet sich, was eine Klientin gesagt hat. Den Inhalt allein spielen "
        "Sie mit --content-only zurück, neben eine andere Kopie der Schlüssel.",
        "The log is as it was written.": "Das Protokoll ist so, wie es geschrieben wurde.",
        "The log is not as it was written; run: caseflow audit verify": "Das Protokoll ist nicht "
        "so, wie es geschrieben wurde; nächster Schritt: caseflow audit verify",
        "The witness file is not to be believed ({fault}); nothing was restored.": "Der Datei der "
        "Zeugin ist nicht zu glauben ({fault}); es wurde nichts wiederhergestellt.",
        "The witness had seen {size} entries of the log: {done} ends were done again, {known} were "
        "known.": "Die Zeugin hatte {size} Einträge des Protokolls gesehen: {done} Enden wurden "
        "nachgeholt, {known} waren bekannt.",
        "The witness has not seen this log go on behind the backup: the file is no newer, or of "
        "another line of the log, or of one with sharing suspended.": "Die Zeugin hat dieses "
        "Protokoll hinter der Sicherung nicht weitergehen sehen: Die Datei ist nicht neuer, oder "
        "von einem anderen Zweig des Protokolls, oder von einem, in dem das Teilen ausgesetzt war.",
        "There is a backup of this second in {folder}.": "In {folder} liegt schon eine Sicherung "
        "dieser Sekunde.",
        "There is no backup in {folder}.": "In {folder} liegt keine Sicherung.",
        "There is no room left in {folder}; nothing of the backup was left there.": "In {folder} "
        "ist kein Platz mehr; von der Sicherung ist dort nichts geblieben.",
        "Writing the backup": "Die Sicherung wird geschrieben",
        "{count} rows are not as they were written: {rows}": "{count} Zeilen sind nicht so, wie "
        "sie geschrieben wurden: {rows}",
        "{file} is no witness file; nothing was restored.": "{file} ist keine Datei einer Zeugin; "
        "es wurde nichts wiederhergestellt.",
        "{file} is not as the backup was written; take another backup.": "{file} ist nicht so, wie "
        "die Sicherung geschrieben wurde; nehmen Sie eine andere.",
        "{file} is not signed with the key of its installation: somebody else made it, or changed "
        "it.": "{file} ist nicht mit dem Schlüssel seiner Installation unterschrieben: Jemand "
        "anderes hat es gemacht oder geändert.",
        "{file} is to be deleted on {day}; the first backup into this folder after that does "
        "it.": "{file} ist am {day} zu löschen; die erste Sicherung danach in dieses Verzeichnis "
        "tut es.",
        "{file}: both files are whole and signed, {rows} rows.": "{file}: Beide Dateien sind ganz "
        "und unterschrieben, {rows} Zeilen.",
    }
)
