"""The German of what is said about keys from outside: where they come from and their rotation."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "A new key is given as `{what}`, and the former one still counts. Run: caseflow keys "
        "rotate {what}": "Als `{what}` ist ein neuer Schlüssel gegeben, und noch gilt der "
        "frühere. Nächster Schritt: caseflow keys rotate {what}",
        "A rotation is not finished: give the key that counted before as CASEFLOW_{name}_FORMER, "
        "and repeat the command.": "Ein Wechsel ist nicht fertig: Geben Sie den Schlüssel, der "
        "vorher galt, als CASEFLOW_{name}_FORMER, und wiederholen Sie den Befehl.",
        "CASEFLOW_{one} and CASEFLOW_{other} are the same; they must be two keys, kept in two "
        "places. {how}": "CASEFLOW_{one} und CASEFLOW_{other} sind gleich; es müssen zwei "
        "Schlüssel an zwei Orten sein. {how}",
        "Keep the trustee secret in another place, best one that another user of the system "
        "owns.": "Verwahren Sie das Treuhandgeheimnis an einem anderen Ort, am besten an einem, "
        "der einem anderen Benutzer des Systems gehört.",
        "Moving keys": "Schlüssel ziehen um",
        "Nothing lies under the former key of `{what}` any more: take it out of the settings, and "
        "destroy it.": "Unter dem früheren Schlüssel von `{what}` liegt nichts mehr: Nehmen Sie "
        "ihn aus den Einstellungen, und vernichten Sie ihn.",
        "One command prints both root key and trustee secret. {apart}": "Ein Befehl gibt "
        "Wurzelschlüssel und Treuhandgeheimnis aus. {apart}",
        "Take CASEFLOW_{name}_FORMER out of the settings, start the service anew, and destroy "
        "that key.": "Nehmen Sie CASEFLOW_{name}_FORMER aus den Einstellungen, starten Sie den "
        "Dienst neu, und vernichten Sie diesen Schlüssel.",
        "The key in CASEFLOW_{name} counts already, and nothing lies under another. Give the new "
        "one as CASEFLOW_{name} and this one as CASEFLOW_{name}_FORMER.": "Der Schlüssel in "
        "CASEFLOW_{name} gilt schon, und unter keinem anderen liegt etwas. Geben Sie den neuen "
        "als CASEFLOW_{name} und diesen als CASEFLOW_{name}_FORMER.",
        "The key in CASEFLOW_{name} is version {version}; since {since} version {present} counts "
        "({key_id}). Give that one, and this as CASEFLOW_{name}_FORMER at most.": "Der Schlüssel "
        "in CASEFLOW_{name} ist Version {version}; seit {since} gilt Version {present} "
        "({key_id}). Geben Sie diese, und jenen höchstens als CASEFLOW_{name}_FORMER.",
        "The rotation before is not finished: give its two keys again and finish it first.": "Der "
        "Wechsel davor ist nicht fertig: Geben Sie seine beiden Schlüssel wieder, und bringen Sie "
        "ihn erst zu Ende.",
        "The rotation of `{what}` is not finished: {left} keys lie under a former one. Run: "
        "caseflow keys rotate {what}": "Der Wechsel von `{what}` ist nicht fertig: {left} "
        "Schlüssel liegen unter einem früheren. Nächster Schritt: caseflow keys rotate {what}",
        "The rotation of the key in CASEFLOW_{name} is not finished: {left} keys lie under version "
        "{version} ({key_id}). Give that one as CASEFLOW_{name}_FORMER, and run: caseflow keys "
        "rotate {what}": "Der Wechsel des Schlüssels in CASEFLOW_{name} ist nicht fertig: {left} "
        "Schlüssel liegen unter Version {version} ({key_id}). Geben Sie jene als "
        "CASEFLOW_{name}_FORMER; nächster Schritt: caseflow keys rotate {what}",
        "There is no key in CASEFLOW_{name}: nothing was changed.": "In CASEFLOW_{name} ist kein "
        "Schlüssel: Es wurde nichts geändert.",
        "This process was not given a key that counts now: start it with the present "
        "settings.": "Diesem Prozess wurde ein Schlüssel, der jetzt gilt, nicht gegeben: Starten "
        "Sie ihn mit den jetzigen Einstellungen.",
        "This trustee secret opens nothing here: it belongs to another installation, or the one "
        "that counted before it is missing in CASEFLOW_TRUSTEE_KEY_FORMER.": "Dieses "
        "Treuhandgeheimnis öffnet hier nichts: Es gehört zu einer anderen Installation, oder in "
        "CASEFLOW_TRUSTEE_KEY_FORMER fehlt das, welches vorher galt.",
        "Version {version} of `{what}` counts; {moved} keys were moved to it.": "Version {version} "
        "von `{what}` gilt; {moved} Schlüssel sind zu ihr umgezogen.",
        "{file} holds both root key and trustee secret. {apart}": "In {file} liegen "
        "Wurzelschlüssel und Treuhandgeheimnis. {apart}",
        "{first} and {second} are both set; keep one of them.": "{first} und {second} sind beide "
        "gesetzt; behalten Sie eines.",
        "{folder} holds both root key and trustee secret, and one user owns both. {apart}": "In "
        "{folder} liegen Wurzelschlüssel und Treuhandgeheimnis, und beide gehören einem "
        "Benutzer. {apart}",
        "{left} keys do not open and stay under the former one; the alarms in the log name them. "
        "Begin those accounts again.": "{left} Schlüssel öffnen sich nicht und bleiben unter dem "
        "früheren; die Alarme im Protokoll nennen sie. Beginnen Sie diese Konten neu.",
        "{name} is no command: look at its quotes.": "{name} ist kein Befehl: Prüfen Sie die "
        "Anführungszeichen.",
        "{name}: others may put another file into {folder}; run: chmod go-w {folder}": "{name}: "
        "Andere können eine Datei in {folder} legen; nächster Schritt: chmod go-w {folder}",
        "{name}: {path} belongs to another user; run: chown {user} {path}": "{name}: {path} "
        "gehört einem anderen Benutzer; nächster Schritt: chown {user} {path}",
        "{name}: {path} is no file.": "{name}: {path} ist keine Datei.",
        "{name}: {program} cannot be run ({error}).": "{name}: {program} ist nicht auszuführen "
        "({error}).",
        "{name}: {program} ended with code {code}; run it by hand to see why.": "{name}: {program} "
        "endete mit dem Code {code}; führen Sie es von Hand aus, um zu sehen, warum.",
        "{name}: {program} prints more than a key; nothing of it was taken.": "{name}: {program} "
        "gibt mehr als einen Schlüssel aus; nichts davon wurde genommen.",
        "{name}: {program} was not done after {seconds} seconds; see "
        "CASEFLOW_KEY_COMMAND_SECONDS.": "{name}: {program} war nach {seconds} Sekunden nicht "
        "fertig; siehe CASEFLOW_KEY_COMMAND_SECONDS.",
        "{what}, version {version}: {key_id}, since {since}": "{what}, Version {version}: "
        "{key_id}, seit {since}",
        "{what}, version {version}: {key_id}, since {since}, {rows} keys lie under it": "{what}, "
        "Version {version}: {key_id}, seit {since}, darunter {rows} Schlüssel",
    }
)
