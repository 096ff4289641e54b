"""The German of what commands refuse, ask and have done, by its English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN: Mapping[str, str] = MappingProxyType(
    {
        "A key or a sealed text does not open; run: caseflow doctor": "Ein Schlüssel oder ein "
        "versiegelter Text öffnet sich nicht; nächster Schritt: caseflow doctor",
        "A row is not as it was written; call the data-protection officer and keep the "
        "database as it is.": "Eine Zeile ist nicht so, wie sie geschrieben wurde; rufen Sie die "
        "Datenschutzbeauftragte und lassen Sie die Datenbank, wie sie ist.",
        "E-mail address and password do not match, or the code is missing or "
        "wrong.": "E-Mail-Adresse und Passwort passen nicht zusammen, oder der Code fehlt oder ist "
        "falsch.",
        "Founded with the units {units}.": "Gegründet mit den Bereichen {units}.",
        "Next: caseflow serve, then log in and admit the leads.": "Als Nächstes: caseflow serve, "
        "dann anmelden und die Leitungen aufnehmen.",
        "Nothing was done: {problems}.": "Es wurde nichts getan: {problems}.",
        "Password": "Passwort",
        "Port {port} of {host} cannot be used "
        "({strerror}); choose another with --port.": "Port {port} auf {host} ist nicht zu haben "
        "({strerror}); wählen Sie mit --port einen anderen.",
        "Serving at {address}; Ctrl-C stops it.": "Erreichbar unter {address}; Strg-C beendet es.",
        "Set both CASEFLOW_TLS_CERT and CASEFLOW_TLS_KEY, "
        "or neither.": "Setzen Sie CASEFLOW_TLS_CERT und CASEFLOW_TLS_KEY beide oder keines von "
        "beiden.",
        "Somebody else was faster every time; repeat the command.": "Jemand anderes war jedes Mal "
        "schneller; wiederholen Sie den Befehl.",
        "Somebody else was faster; look again and repeat "
        "the command.": "Jemand anderes war schneller; sehen Sie noch einmal nach und wiederholen "
        "Sie den Befehl.",
        "Tell her this link, behind the address of your "
        "pages; it works once:": "Geben Sie ihr diesen Link, hinter der Adresse Ihrer Seiten; er "
        "gilt einmal:",
        "There are no sentences in {language}; there are: {known}.": "In {language} gibt es keine "
        "Sätze; es gibt: {known}.",
        "The database did not take the last step; what was done before stays. Look for space "
        "on the disk and repeat the command.": "Die Datenbank hat den letzten Schritt nicht "
        "angenommen; was vorher geschehen ist, bleibt. Schaffen Sie Platz auf der Platte und "
        "wiederholen Sie den Befehl.",
        "The file {file} could not be written. Write it before anything is handed out:\n"
        "{text}": "Die Datei {file} ließ sich nicht schreiben. Schreiben Sie sie, bevor etwas "
        "ausgehändigt wird:\n{text}",
        "The import was refused half way; what is in "
        "stays, run it again.": "Die Übernahme wurde unterwegs verweigert; was übernommen ist, "
        "bleibt. Starten Sie sie noch einmal.",
        "The password file {file} cannot be read.": "Die Passwortdatei {file} ist nicht lesbar.",
        "The recovery shares: any {needed} of these {made} open everything, so keep each in "
        "another safe. They are printed once and kept nowhere.": "Die Wiederherstellungsanteile: "
        "Je {needed} dieser {made} öffnen alles; verwahren Sie jeden in einem anderen "
        "Tresor. Sie werden einmal ausgegeben und nirgends aufbewahrt.",
        "The session has ended; repeat the command.": "Die Sitzung ist zu Ende; wiederholen Sie "
        "den Befehl.",
        "The unit {name} ({slug}) is founded; admit its staff now.": "Der Bereich {name} ({slug}) "
        "ist gegründet; nehmen Sie jetzt seine Fachkräfte auf.",
        "There is no account at {address}; see: caseflow user list": "Ein Konto {address} gibt es "
        "nicht; sehen Sie nach: caseflow user list",
        "There is no such account.": "Ein solches Konto gibt es nicht.",
        "This was refused.": "Das wurde verweigert.",
        "Too many tries have failed; wait a while before "
        "the next one.": "Zu viele Versuche sind fehlgeschlagen; warten Sie eine Weile bis zum "
        "nächsten.",
        "Without TLS, {host} would send everything in the clear. Set CASEFLOW_TLS_CERT and "
        "CASEFLOW_TLS_KEY, or listen on 127.0.0.1.": "Ohne TLS ginge über {host} alles "
        "unverschlüsselt. Setzen Sie CASEFLOW_TLS_CERT und CASEFLOW_TLS_KEY, oder wählen Sie "
        "127.0.0.1.",
        "You belong to several units; name one with --unit: {known}": "Sie gehören zu mehreren "
        "Bereichen; nennen Sie einen mit --unit: {known}",
        "You do not belong to a unit {unit}; caseflow unit "
        "list names them.": "Zu einem Bereich {unit} gehören Sie nicht; caseflow unit list nennt "
        "die Bereiche.",
        "Your role does not allow this; name somebody else "
        "with --as.": "Ihre Rolle erlaubt das nicht; nennen Sie mit --as jemand anderen.",
        "a unit": "ein Bereich",
        "can be founded at the birth of the installation only": "lässt sich nur gründen, wenn die "
        "Installation entsteht",
        "cannot be taken as it is": "lässt sich so nicht übernehmen",
        "disabled": "gesperrt",
        "holds something that is no character": "enthält etwas, das kein Schriftzeichen ist",
        "invited": "eingeladen",
        "is among the first that others would try": "gehört zu den ersten, die andere versuchen "
        "würden",
        "is longer than {most} characters": "ist länger als {most} Zeichen",
        "is no e-mail address": "ist keine E-Mail-Adresse",
        "is not offered by the configuration": "steht in der Konfiguration nicht zur Wahl",
        "is shorter than {least} characters": "ist kürzer als {least} Zeichen",
        "is taken already": "ist schon vergeben",
        "is your own account; somebody else must do this": "ist Ihr eigenes Konto; das muss "
        "jemand anderes tun",
        "must be like 3-of-5: two or more of at most "
        "{most}, or 1-of-1": "muss wie 3-of-5 aussehen: zwei oder mehr von höchstens {most}, oder "
        "1-of-1",
        "must be small letters, digits and hyphens, two to "
        "forty of them": "darf nur Kleinbuchstaben, Ziffern und Bindestriche haben, zwei bis "
        "vierzig davon",
        "must not hold the address or the provider's name": "darf weder die Adresse noch den "
        "Namen des Trägers enthalten",
        "none": "keine",
        "stopped; what was done before stays.": "abgebrochen; was vorher geschehen ist, bleibt.",
        "the account": "das Konto",
        "the e-mail address": "die E-Mail-Adresse",
        "the founder's address": "die Adresse der Gründerin",
        "the kind": "die Art",
        "the language": "die Sprache",
        "the name": "der Name",
        "the number of recovery shares": "die Zahl der Wiederherstellungsanteile",
        "the password": "das Passwort",
        "the provider's name": "der Name des Trägers",
        "the slug": "das Kürzel",
        "{address} may try to log in again; nothing else has changed.": "{address} darf sich "
        "wieder anmelden; sonst hat sich nichts geändert.",
        "{file} calls the organisation {known}; give --provider that name, or change it "
        "there.": "In {file} heißt der Träger {known}; geben Sie bei --provider diesen Namen an, "
        "oder ändern Sie ihn dort.",
        "{file} cannot be read or written ({reason}).": "{file} ist nicht lesbar oder nicht "
        "schreibbar ({reason}).",
        "{file} may be read by others; run: chmod 600 {file}": "{file} ist für andere lesbar; "
        "nächster Schritt: chmod 600 {file}",
        "{number} of {made}": "{number} von {made}",
    }
)
