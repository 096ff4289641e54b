"""The German of what the log's own commands say, by English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_LOG: Mapping[str, str] = MappingProxyType(
    {
        "Compare this key with the officer's page, now and only now:": "Vergleichen Sie diesen "
        "Schlüssel mit der Seite der Datenschutzbeauftragten, jetzt und nur jetzt:",
        "NOT CONSISTENT": "WIDERSPRUCH",
        "Proposed; another officer has to run this within two weeks.": "Vorgeschlagen; eine andere "
        "Datenschutzbeauftragte muss das binnen zwei Wochen ausführen.",
        "Say with --as who looks.": "Sagen Sie mit --as, wer nachsieht.",
        "The service refused ({status}).": "Der Dienst hat abgelehnt ({status}).",
        "Your witness's own key:": "Der eigene Schlüssel Ihrer Zeugin:",
        "a row stands there as no entry ever told of it": "eine Zeile steht da, wie kein Eintrag "
        "sie je genannt hat",
        "a row that no entry tells of": "eine Zeile, von der kein Eintrag weiß",
        "a row that should be there was deleted": "eine Zeile, die da sein müsste, wurde gelöscht",
        "a row that was destroyed stands there again": "eine Zeile, die vernichtet wurde, steht "
        "wieder da",
        "a row was put back as it once was": "eine Zeile wurde zurückgesetzt, wie sie einmal war",
        "an entry is not the one that the tree holds": "ein Eintrag ist nicht der, den der Baum "
        "hält",
        "an entry was emptied, and none tells that its time was over": "ein Eintrag wurde geleert, "
        "und keiner sagt, dass seine Frist um war",
        "in a row stands what belongs into another one": "in einer Zeile steht, was in eine "
        "andere gehört",
        "no restore that the log tells of explains the break": "keine Wiederherstellung, von der "
        "das Protokoll weiß, erklärt den Bruch",
        "the head of the log is not signed with its key": "der Kopf des Protokolls ist nicht mit "
        "dessen Schlüssel unterschrieben",
        "the log does not go on from the head that you have seen": "das Protokoll setzt den Kopf "
        "nicht fort, den Sie gesehen haben",
        "the log is shorter than it was": "das Protokoll ist kürzer, als es war",
        "the log is signed with another key than the one you have seen": "das Protokoll ist mit "
        "einem anderen Schlüssel unterschrieben als dem, den Sie gesehen haben",
        "the witness file is not as it was written": "die Zeugendatei ist nicht so, wie sie "
        "geschrieben wurde",
        "was emptied, and no entry tells that it was pruned": "wurde geleert, und kein Eintrag "
        "sagt, dass seine Frist um war",
        "what a pruning left behind is not what its entry tells of": "was von gelöschten "
        "Einträgen blieb, ist nicht, was der Eintrag darüber sagt",
        "{email} is no data-protection officer there.": "{email} ist dort keine "
        "Datenschutzbeauftragte.",
        "{ends} ends kept for a restore": "{ends} Enden für eine Wiederherstellung aufgehoben",
        "{how}; keep {evidence} and {file} safe, and trust nothing on that host.": "{how}; heben "
        "Sie {evidence} und {file} sicher auf, und trauen Sie nichts auf diesem Rechner.",
        "{left} entries have come in since": "{left} Einträge sind seitdem hinzugekommen",
        "{pruned} of {looked_at} entries pruned": "{pruned} von {looked_at} Einträgen gelöscht",
        "{pruned} of {looked_at} entries would be pruned": "{pruned} von {looked_at} Einträgen "
        "würden gelöscht",
        "{rows} rows compared": "{rows} Zeilen verglichen",
        "{size} entries seen and cosigned, {fresh} of them new": "{size} Einträge gesehen und "
        "mitunterschrieben, davon {fresh} neu",
        "{unread} entries were pruned before this witness saw them; what ended in them, no restore "
        "can end again by this file": "{unread} Einträge wurden gelöscht, bevor diese Zeugin sie "
        "sah; was in ihnen endete, kann keine Wiederherstellung mit dieser Datei wieder beenden",
        "{url} cannot be reached, or its certificate does not hold.": "{url} ist nicht zu "
        "erreichen, oder das Zertifikat gilt nicht.",
        "{url} is no address over TLS; a password never goes there.": "{url} ist keine Adresse "
        "über TLS; dorthin geht nie ein Passwort.",
    }
)
