from pathlib import Path

from caseflow.settings.config_folder import config_folder
from caseflow.settings.fill_from_shipped import fill_from_shipped
from caseflow.settings.read_configuration import read_configuration
from caseflow.settings.toml_tables import Table, read_table


def table(**values: object) -> Table:
    return Table(Path("config/provider.toml"), {}, (), values)


def test_what_is_left_out_is_as_it_came() -> None:
    own = table(name="Hier", limits={"desk_minutes": 5, "login": {"free": 3}})
    shipped = table(
        name="Dort",
        time_zone="Europe/Berlin",
        limits={"desk_minutes": 60, "consent_days": 365, "login": {"free": 5, "most": 100}},
        purposes={"case_work": {}},
    )
    assert fill_from_shipped(own, shipped).values == {
        "name": "Hier",
        "limits": {"desk_minutes": 5, "consent_days": 365, "login": {"free": 3, "most": 100}},
        "purposes": {"case_work": {}},
    }


def test_other_tables_are_taken_whole() -> None:
    own, shipped = table(purposes={"safety": {}}), table(purposes={"case_work": {}})
    assert fill_from_shipped(own, shipped).values == {"purposes": {"safety": {}}}


def test_what_is_no_table_stays_to_be_complained_of() -> None:
    shipped = table(limits={"login": {"free": 5}})
    assert fill_from_shipped(table(limits="none"), shipped).values == {"limits": "none"}
    own = table(limits={"login": 7})
    assert fill_from_shipped(own, shipped).values == {"limits": {"login": 7}}


def test_a_file_of_few_lines_is_a_whole_configuration(tmp_path: Path) -> None:
    lines = 'name = "Hier"\ntime_zone = "Europe/Berlin"\nlanguages = ["de", "en"]\n'
    lines += "[limits.login]\nfree = 3\n"
    (tmp_path / "provider.toml").write_text(lines, encoding="utf-8")
    found, came = read_configuration(tmp_path), read_configuration()
    assert (found.provider, found.languages, found.limits.login.free) == ("Hier", ("de", "en"), 3)
    assert (found.purposes.keys(), found.limits.consent) == (
        came.purposes.keys(),
        came.limits.consent,
    )
    assert read_table(config_folder() / "provider.toml").values["name"] == came.provider
