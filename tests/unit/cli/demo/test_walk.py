from tests.factories.demo import WalkedDemo


def test_each_unit_is_a_step(walked_demo: WalkedDemo) -> None:
    walked = walked_demo.walked
    units = [step.unit for step in walked.steps]
    assert units == ["beratung", "frauenhaus", "wohnen", "qualifizierung"]
    assert walked.steps[0].spared == ()


def test_the_log_proves_it(walked_demo: WalkedDemo) -> None:
    walked = walked_demo.walked
    assert walked.report.verified
    assert walked.report.entries == walked.report.size > 150
    assert {look.unit_name for look in walked.looks} == {
        "Beratungsstelle",
        "Frauenhaus",
        "Wohnen und Leben",
        "Arbeit und Qualifizierung",
    }
    assert all(look.bases for look in walked.looks)
