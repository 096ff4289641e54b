from datetime import date, datetime, time, timedelta

import pytest

from caseflow.records.imports.cell_text import cell_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (3, "3"),
        (3.0, "3"),
        (1.5, "1,5"),
        (-0.25, "-0,25"),
        (0.1 + 0.2, "0,3"),
        (4915112345678, "4915112345678"),
        (1e20, "100000000000000000000"),
        (datetime(2022, 3, 4), "04.03.2022"),  # noqa: DTZ001 - a cell knows no zone
        (datetime(2022, 3, 4, 13, 45), "04.03.2022"),  # noqa: DTZ001 - a cell knows no zone
        (date(2022, 3, 4), "04.03.2022"),
        (time(9, 5), "09:05"),
        (timedelta(hours=26, minutes=30), "26:30"),
        ("=1+1", "=1+1"),
        ("eins_x000D_\nzwei", "eins\nzwei"),
    ],
)
def test_a_value_is_written_as_people_would_type_it(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_zeros_before_a_number_are_part_of_it_where_they_are_shown() -> None:
    assert cell_text(1067, "00000") == "01067"
    assert cell_text(1067.0, "00000") == "01067"
    assert cell_text(1067, "0") == "1067"
    assert cell_text(1067, "#,##0") == "1067"
