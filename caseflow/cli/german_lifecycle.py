"""The German of what is said about the keys of units and of recovery, by its English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_LIFECYCLE: Mapping[str, str] = MappingProxyType(
    {
        "Drawers turned: {turned}; left to their next write: {left}.": "Umgeschlossene Fächer: "
        "{turned}; bis zum nächsten Schreiben bleiben: {left}.",
        "The unit {slug} has a new key, version {version}.": "Der Bereich {slug} hat einen neuen "
        "Schlüssel, Version {version}.",
        "Turning drawers": "Fächer werden umgeschlossen",
        "recovery: {key_id}, shares {shares}; former shares still open {units} units and {drawers} "
        "drawers": "Wiederherstellung: {key_id}, Anteile {shares}; frühere Anteile öffnen noch "
        "Bereiche: {units}, Fächer: {drawers}",
        "Former recovery shares still open {units} units and {drawers} drawers. Keep them until "
        "all has followed; a member of each unit runs: caseflow settle --as EMAIL": "Mit früheren "
        "Wiederherstellungsanteilen öffnen sich noch Bereiche: {units}, Fächer: {drawers}. "
        "Verwahren Sie diese Anteile, bis alles gefolgt ist; nächster Schritt für jemanden aus "
        "jedem Bereich: caseflow settle --as EMAIL",
        "You do not belong to the unit {slug}.": "Sie gehören nicht zum Bereich {slug}.",
        "{address} is disabled; her units have new keys that she never "
        "had.": "{address} ist gesperrt; ihre Bereiche haben neue Schlüssel, die sie nie hatte.",
        "Has she read you the same words, in person or by a voice that you know?": "Hat sie Ihnen "
        "dieselben Wörter vorgelesen, persönlich oder mit einer Stimme, die Sie kennen?",
        "Nobody was admitted; the officers see that the unit was opened.": "Niemand wurde "
        "aufgenommen; die Datenschutzbeauftragten sehen, dass der Bereich geöffnet wurde.",
        "Settled: {done}; left: {left}.": "Erledigt: {done}; übrig: {left}.",
        "Settling": "Fälliges wird erledigt",
        "Share {number}": "Anteil {number}",
        "The file of shares {file} cannot be read.": "Die Datei mit den Anteilen, {file}, ist "
        "nicht lesbar.",
        "The six words of {name}: {words}": "Die sechs Wörter von {name}: {words}",
        "are mistyped: number {which}; look at its words again": "sind falsch geschrieben: "
        "Nummer {which}; sehen Sie die Wörter noch einmal an",
        "are of another installation, or older than the newest ones": "gehören zu einer anderen "
        "Installation oder sind älter als die neuesten",
        "are too few; {missing} more of the same set needed": "reichen nicht; es fehlen noch "
        "{missing} aus demselben Satz",
        "belong to different sets; take those that were printed together": "gehören zu "
        "verschiedenen Sätzen; nehmen Sie die, die zusammen gedruckt wurden",
        "do not open this unit": "öffnen diesen Bereich nicht",
        "consents that ended with a majority": "mit der Volljährigkeit beendete Einwilligungen",
        "ended consents": "abgelaufene Einwilligungen",
        "ended emergencies": "beendete Notfallzugriffe",
        "ended lawful exceptions": "beendete Rechtsgründe",
        "frozen copies": "eingefrorene Übernahmen",
        "unanswered handovers": "unbeantwortete Übergaben",
        "has no password yet; let her follow her invitation first": "hat noch kein Passwort; sie "
        "muss zuerst ihrer Einladung folgen",
        "is an administrator's; it belongs to no unit": "gehört einer Administratorin und damit "
        "zu keinem Bereich",
        "is not known here": "ist hier nicht bekannt",
        "the recovery shares": "die Wiederherstellungsanteile",
        "{name} belongs to {slug} now, as {role}. Clear the screen and put the shares "
        "back.": "{name} gehört jetzt zu {slug}, als {role}. Löschen Sie den Bildschirm und legen "
        "Sie die Anteile zurück.",
    }
)
