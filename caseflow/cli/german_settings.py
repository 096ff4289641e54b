"""The German of what is wrong with settings and configuration, by its English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "; did you mean `{word}`?": "; ist `{word}` gemeint?",
        "; known: {words}": "; bekannt: {words}",
        "CASEFLOW_CONFIG_DIR: there is no folder {folder}.": "CASEFLOW_CONFIG_DIR: Es gibt keinen "
        "Ordner {folder}.",
        "CASEFLOW_DATABASE_URL is not the address of a database.": "CASEFLOW_DATABASE_URL ist "
        "keine Adresse einer Datenbank.",
        "CASEFLOW_{name} and CASEFLOW_{name}_FILE are both "
        "set; keep one of them.": "CASEFLOW_{name} und CASEFLOW_{name}_FILE sind beide gesetzt; "
        "behalten Sie eines.",
        "CASEFLOW_{name} is `{text}`; it must be a whole "
        "number from 1 to {most}.": "CASEFLOW_{name} ist `{text}`; es muss eine ganze Zahl von 1 "
        "bis {most} sein.",
        "CASEFLOW_{name} is `{text}`; it must be yes or no.": "CASEFLOW_{name} ist `{text}`; es "
        "muss yes oder no sein.",
        "CASEFLOW_{name}: there is no file {text}.": "CASEFLOW_{name}: Es gibt keine Datei {text}.",
        "Make one with: (umask 077; python3 -c 'import secrets; "
        "print(secrets.token_hex(32))' > root.key)": "So entsteht einer: (umask 077; python3 -c "
        "'import secrets; print(secrets.token_hex(32))' > root.key)",
        "Set CASEFLOW_{name}_FILE to the path of a key. {how}": "Setzen Sie CASEFLOW_{name}_FILE "
        "auf den Pfad eines Schlüssels. {how}",
        "The database broke off ({error}); look whether it runs and whether its disk is "
        "full, then repeat the command.": "Die Datenbank hat abgebrochen ({error}); sehen Sie "
        "nach, ob sie läuft und ob ihre Platte voll ist, und wiederholen Sie den Befehl.",
        "The database does not answer ({error}); check CASEFLOW_DATABASE_URL and whether it "
        "runs.": "Die Datenbank antwortet nicht ({error}); prüfen Sie CASEFLOW_DATABASE_URL, und "
        "ob sie läuft.",
        "The database on {host} could be read on its way. Add ?sslmode=verify-full to "
        "CASEFLOW_DATABASE_URL, and sslrootcert=PATH of its certificate "
        "authority.": "Die Datenbank auf {host} könnte unterwegs mitgelesen werden. Ergänzen Sie "
        "CASEFLOW_DATABASE_URL um ?sslmode=verify-full und sslrootcert=PATH ihrer "
        "Zertifizierungsstelle.",
        "The installation in this database is not as it was written: restore it from a "
        "backup.": "Die Installation in dieser Datenbank ist nicht so, wie sie geschrieben wurde: "
        "Stellen Sie sie aus einer Sicherung wieder her.",
        "There is no root key: set CASEFLOW_ROOT_KEY_FILE "
        "to its path.": "Es gibt keinen Wurzelschlüssel: Setzen Sie CASEFLOW_ROOT_KEY_FILE auf "
        "seinen Pfad.",
        "There is no trustee secret: consents recorded elsewhere stay pending and no "
        "emergency opens. Set CASEFLOW_TRUSTEE_KEY_FILE to its path.": "Es gibt kein "
        "Treuhandgeheimnis: Anderswo erfasste Einwilligungen warten, und kein Notfall "
        "öffnet. Setzen Sie CASEFLOW_TRUSTEE_KEY_FILE auf seinen Pfad.",
        "The OpenID provider {issuer} does not answer as one: nobody can use it as a second "
        "factor. Check `issuer` in provider.toml, and whether this machine reaches it.": "Der "
        "OpenID-Anbieter {issuer} antwortet nicht als solcher: Niemand kann ihn als zweiten Faktor "
        "nehmen. Prüfen Sie `issuer` in provider.toml, und ob dieser Rechner ihn erreicht.",
        "provider.toml names an OpenID provider: set CASEFLOW_OPENID_CLIENT_SECRET_FILE to the "
        "path of the secret that it gave to this client.": "provider.toml nennt einen "
        "OpenID-Anbieter: Setzen Sie CASEFLOW_OPENID_CLIENT_SECRET_FILE auf den Pfad des "
        "Geheimnisses, das er diesem Client gegeben hat.",
        "`{issuer}` must begin with https:// and name a host": "`{issuer}` muss mit https:// "
        "beginnen und einen Rechner nennen",
        "`label` must be short: it stands on a button": "`label` muss kurz sein: Es steht auf "
        "einem Knopf",
        "This database already holds an installation; "
        "nothing was changed.": "In dieser Datenbank ist schon eine Installation; es wurde nichts "
        "geändert.",
        "This database has no tables yet: run `caseflow init` first.": "Diese Datenbank hat noch "
        "keine Tabellen: Nächster Schritt ist `caseflow init`.",
        "This database holds no server key {missing}: `caseflow init` has not been run on "
        "it, or a part of it is missing.": "In dieser Datenbank fehlt der Serverschlüssel "
        "{missing}: `caseflow init` ist nicht gelaufen, oder ein Teil von ihr fehlt.",
        "This database holds {count} installations where there must be one: restore it from "
        "a backup.": "In dieser Datenbank sind {count} Installationen statt einer: Stellen Sie "
        "sie aus einer Sicherung wieder her.",
        "This root key belongs to another installation: the server keys of this database "
        "name the root key {root_key_id}, and this one is {key_id}.": "Dieser Wurzelschlüssel "
        "gehört zu einer anderen Installation: Die Serverschlüssel dieser Datenbank nennen "
        "den Wurzelschlüssel {root_key_id}, dieser ist {key_id}.",
        "`consent_days` must be at least 1": "`consent_days` muss mindestens 1 sein",
        "`evidence` must have consentable = false": "`evidence` braucht consentable = false",
        "`languages` must be codes such as de and en": "`languages` müssen Kürzel wie de und en "
        "sein",
        "`units` is `{units}`; each of C S H Q O A once, "
        "capital or small": "`units` ist `{units}`; jedes von C S H Q O A einmal, groß oder klein",
        "`whereabouts` must have emergency = false and "
        "trustee = false": "`whereabouts` braucht emergency = false und trustee = false",
        "`{key}` is `{value}`{nearest}": "`{key}` ist `{value}`{nearest}",
        "`{key}` is missing": "`{key}` fehlt",
        "`{key}` is no setting here{nearest}": "`{key}` ist hier keine Einstellung{nearest}",
        "`{key}` is {value}; it must be a whole number "
        "from {low} to {high}": "`{key}` ist {value}; es muss eine ganze Zahl von {low} bis "
        "{high} sein",
        "`{key}` must be a list of texts": "`{key}` muss eine Liste von Texten sein",
        "`{key}` must be a table": "`{key}` muss eine Tabelle sein",
        "`{key}` must be a text in quotes": "`{key}` muss ein Text in Anführungszeichen sein",
        "`{key}` must be true or false": "`{key}` muss true oder false sein",
        "`{key}` names `{value}`{nearest}": "`{key}` nennt `{value}`{nearest}",
        "`{key}` names something twice": "`{key}` nennt etwas zweimal",
        "`{kind}` with `({argument})`; write choice(list), date(past), number(0..40) or "
        "table(name: text)": "`{kind}` mit `({argument})`; schreiben Sie choice(list), date(past), "
        "number(0..40) oder table(name: text)",
        "`columns` belongs to a question of the type table(…)": "`columns` gehört zu einer Frage "
        "der Art table(…)",
        "`table({inside})` has more than {most} columns, or one that is none of: "
        "{known}": "`table({inside})` hat mehr als {most} Spalten oder eine, die keine ist "
        "von: {known}",
        "question `{key}` is volatile, but nobody says of a file that it is still true": (
            "die Frage `{key}` ist volatile, aber von einer Datei sagt niemand, sie stimme noch"
        ),
        "the column `{name}` has the name of a part or of an option; give it another "
        "one": "die Spalte `{name}` heißt wie ein Teil oder wie eine Auswahl; benennen Sie sie um",
        "type `{expression}` has a table or a file as an alternative; join it by `+`": "die Art "
        "`{expression}` hat eine Tabelle oder Datei zur Wahl; fügen Sie sie mit `+` an",
        "`email` is `{value}`; write for example office@example.org": (
            "`email` ist `{value}`; schreiben Sie zum Beispiel buero@example.org"
        ),
        "`{name}` is no time zone; write for example Europe/Berlin": "`{name}` ist keine "
        "Zeitzone; schreiben Sie zum Beispiel Europe/Berlin",
        "`{piece}` is no kind of answer; one of: {known}": "`{piece}` ist keine Art von Antwort; "
        "möglich sind: {known}",
        "`{slug}` must be of small letters, digits and hyphens": "`{slug}` darf nur "
        "Kleinbuchstaben, Ziffern und Bindestriche haben",
        "a unit must keep `identity` and `evidence`": "ein Bereich muss `identity` und `evidence` "
        "führen",
        "category `{key}` lasts {consent_days} days, "
        "longer than this": "die Datenkategorie `{key}` gilt {consent_days} Tage, länger als dies",
        "config/consents/{template}-1.{language}.toml is missing; `{language}` is among the "
        "languages of config/provider.toml": "config/consents/{template}-1.{language}.toml fehlt; "
        "`{language}` ist eine der Sprachen in config/provider.toml",
        "no consent can open `{key}`; it needs emergency = "
        "false and trustee = false": "keine Einwilligung kann `{key}` öffnen; dort braucht es "
        "emergency = false und trustee = false",
        "`{name}` is none of the fields of this letter": "`{name}` ist kein Feld dieses Briefs",
        "a brace in `{key}` is not closed": "eine geschweifte Klammer in `{key}` ist nicht zu",
        "braces in `{key}` hold nothing but the name of a field": "geschweifte Klammern in "
        "`{key}` enthalten nichts als den Namen eines Feldes",
        "no question uses the list `{name}`; remove it": "keine Frage nutzt die Liste `{name}`; "
        "nehmen Sie sie heraus",
        "question `{key}` is marked article_9, but its category `{own}` has special = false "
        "in categories.toml": "die Frage `{key}` trägt article_9, aber ihre Datenkategorie "
        "`{own}` hat in categories.toml special = false",
        "question `{key}` names the category `{category}`{nearest}": "die Frage `{key}` nennt die "
        "Datenkategorie `{category}`{nearest}",
        "question `{key}` names the list `{name}`{nearest}": "die Frage `{key}` nennt die Liste "
        "`{name}`{nearest}",
        "the categories `whereabouts` and `evidence` must be there": "die Datenkategorien "
        "`whereabouts` und `evidence` müssen da sein",
        "an exception would usually last longer than the longest one may": "eine Ausnahme dauerte "
        "gewöhnlich länger, als die längste dauern darf",
        "the code `{code}` must be of small letters, digits and _": "das Kürzel `{code}` darf nur "
        "Kleinbuchstaben, Ziffern und _ haben",
        "the data-protection officers keep no drawers": "die Datenschutzbeauftragten führen keine "
        "Fächer",
        "the file must be named {template}-{version}.{language}.toml": "die Datei muss "
        "{template}-{version}.{language}.toml heißen",
        "the first delay or the free tries exceed the "
        "longest or the most": "die erste Wartezeit oder die freien Versuche überschreiten die "
        "längste oder die meisten",
        "`{address}` must be like https://www.example.org/, without ? and #": "`{address}` muss "
        "lauten wie https://www.example.org/, ohne ? und #",
        "`{name}` is no locale of CLDR; write for example fa_AF": "`{name}` ist kein Gebietsschema "
        "von CLDR; schreiben Sie zum Beispiel fa_AF",
        "`{day}` must be hours such as 07:00-20:00": "`{day}` muss eine Zeit sein wie 07:00-20:00",
        "`{text}` is no day; write for example 2026-12-25": "`{text}` ist kein Tag; schreiben Sie "
        "zum Beispiel 2026-12-25",
        "the key `{key}` must be of small letters, digits and _": "der Schlüssel `{key}` darf nur "
        "Kleinbuchstaben, Ziffern und _ haben",
        "the list `{key}` has no options": "die Liste `{key}` hat nichts zur Wahl",
        "the purpose `{purpose}`{nearest}": "der Zweck `{purpose}`{nearest}",
        "the question `{key}` is there twice": "die Frage `{key}` steht zweimal da",
        "the unit asks `{key}` but keeps no drawer `{category}`": "der Bereich fragt `{key}`, "
        "führt aber kein Fach `{category}`",
        "two units have the same slug": "zwei Bereiche haben dasselbe Kürzel",
        "type `{expression}` has two parts of one name; "
        "write `name: kind` to tell them apart": "die Art `{expression}` hat zwei gleich benannte "
        "Teile; schreiben Sie `name: kind`, um sie zu unterscheiden",
        "type `{expression}` mixes `+` and `|`; use one of them": "die Art `{expression}` mischt "
        "`+` und `|`; nehmen Sie eines davon",
        "{error}. Run: caseflow db check": "{error}. Nächster Schritt: caseflow db check",
        "{file} cannot be read ({reason})": "{file} ist nicht lesbar ({reason})",
        "{file} is missing; install the program again": "{file} fehlt; installieren Sie das "
        "Programm neu",
        "{file}, line {line}: no TOML: {what}": "{file}, Zeile {line}: kein TOML: {what}",
        "{file}, line {line}: {message}": "{file}, Zeile {line}: {message}",
        "{name} is not random. {how}": "{name} ist nicht zufällig. {how}",
        "{name} must be 32 bytes, written as 64 "
        "hexadecimal digits or as base64. {how}": "{name} muss 32 Byte haben, als 64 hexadezimale "
        "Ziffern oder als base64. {how}",
        "{name}: there is no file {path}.": "{name}: Es gibt keine Datei {path}.",
        "{name}: {path} cannot be read ({error}).": "{name}: {path} ist nicht lesbar ({error}).",
        "{name}: {path} may be read or changed by others; "
        "run: chmod 600 {path}": "{name}: {path} ist für andere lesbar oder änderbar; nächster "
        "Schritt: chmod 600 {path}",
    }
)
