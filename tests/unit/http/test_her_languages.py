from caseflow.http.her_languages import her_languages, named_in_themselves
from tests.factories.house import configuration


def test_each_language_has_its_own_name_and_the_pages_come_first() -> None:
    named = her_languages(configuration())
    assert list(named.values()) == [
        *("Deutsch", "English", "Deutsch (Einfache Sprache)", "Français", "Kurdî (Kurmancî)"),
        *(
            "Türkçe",
            "\u0420\u0443\u0441\u0441\u043a\u0438\u0439",
            "\u0423\u043a\u0440\u0430\u0457\u043d\u0441\u044c\u043a\u0430",
            "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
            "\u062f\u0631\u06cc",
            "\u0641\u0627\u0631\u0633\u06cc",
        ),
    ]
    assert list(named_in_themselves(["tr", "en"], configuration())) == ["en", "tr"]
