from collections.abc import Callable

import pytest

from caseflow.settings.read_configuration import read_configuration

Complaint = Callable[[str, str, str], str]
EVIDENCE = """special = false
emergency = false
trustee = false
consentable = false
consent_days = 0"""
WHEREABOUTS = """special = false
emergency = false
trustee = false
consentable = true
consent_days = 90"""


def test_fourteen_categories() -> None:
    categories = read_configuration().categories
    assert len(categories) == 14
    assert [key for key, found in categories.items() if found.special] == [
        "violence",
        "discrimination",
        "health",
    ]
    assert len({found.colour for found in categories.values()}) == 14
    assert len({found.symbol for found in categories.values()}) == 14


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            WHEREABOUTS,
            WHEREABOUTS.replace("trustee = false", "trustee = true"),
            "`whereabouts` must",
        ),
        (WHEREABOUTS, WHEREABOUTS.replace("ency = false", "ency = true"), "`whereabouts` must"),
        (WHEREABOUTS, WHEREABOUTS.replace("90", "0"), "must be at least 1"),
        (EVIDENCE, EVIDENCE.replace("able = false", "able = true"), "`evidence` must have"),
        (EVIDENCE, EVIDENCE.replace("ency = false", "ency = true"), "no consent can open"),
        (EVIDENCE, EVIDENCE.replace("trustee = false", "trustee = true"), "no consent can open"),
        ("[evidence]", "[proof]", "`whereabouts` and `evidence` must be there"),
        ("[whereabouts]", "[places]", "`whereabouts` and `evidence` must be there"),
        ('colour = "indigo"', 'color = "indigo"', "`color` is no setting here; did you mean"),
        ("emergency = true", 'emergency = "yes"', "must be true or false"),
        ('en = "identity"\n', "", "`en` is missing"),
    ],
    ids=range(11),
)
def test_what_a_category_may_not_be(
    complaint: Complaint, old: str, new: str, sentence: str
) -> None:
    found = complaint("categories.toml", old, new)
    assert found.startswith("config/categories.toml, line ")
    assert sentence in found
