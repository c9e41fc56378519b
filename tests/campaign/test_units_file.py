"""units.csv, right and wrong."""

import datetime as dt
from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.faults import Faults
from tuyentruyen_cli.campaign.units_file import read_units
from tuyentruyen_cli.model.unit import Registry, Unit


def read(folder: Path, text: str, encoding: str = "utf-8") -> tuple[Registry | None, list[str]]:
    (folder / "units.csv").write_bytes(text.encode(encoding))
    faults = Faults("en")
    registry = read_units(folder / "units.csv", faults)
    return registry, faults.lines


def test_a_unit_with_everything(tmp_path: Path) -> None:
    text = (
        "id;Name;kind;aliases;valid_from;valid_to;parent;population;successors;addresses;gso_code_2021\r\n"
        '"ban-bo"; Xã  Bản Bo ;Xã;"Bản Bo|Ban Bo| ";2020-01-01;2025-06-30;tam-duong;4321;ban-bo-moi|khun-ha;a@b.vn|c@d.vn;03424\r\n'
        ";;;;;;;;;;\r\n"
    )
    unit = Unit(
        id="ban-bo",
        name="Xã Bản Bo",
        kind="commune",
        aliases=("Bản Bo", "Ban Bo"),
        parent="tam-duong",
        valid_from=dt.date(2020, 1, 1),
        valid_to=dt.date(2025, 6, 30),
        successors=("ban-bo-moi", "khun-ha"),
        population=4321,
        addresses=("a@b.vn", "c@d.vn"),
        codes=(("gso_code_2021", "03424"),),
    )
    assert read(tmp_path, text, "utf-8-sig") == (Registry((unit,)), [])


def test_names_of_a_mac_are_composed(tmp_path: Path) -> None:
    registry, _ = read(tmp_path, "id,name\nna-tam,Na\u0300 Ta\u0306m\n")
    assert registry
    assert registry.units[0].name == "Nà Tăm"


def test_every_wrong_cell_with_its_address(tmp_path: Path) -> None:
    text = """id,name,kind,aliases,valid_from,valid_to,population
Bản-Bo,,comune,,1/7/2025,2021-02-30,4.321
na-tam,Xã Nà Tăm,commune,Nà Tăm|Hoà,2021-01-01,2020-01-01,
na-tam,Xã Khác,,,,,
hoa,Hòa,,,,,,thừa
an,X\u200bã An,,,,,
"""
    day = "A date written year-month-day, such as 2025-06-30."
    an_id = "An id of small letters without marks, digits and hyphens, such as ban-bo (and no reserved word)."
    kinds = "commune, ward, township, special-zone, station, district, province, office, other"
    assert read(tmp_path, text) == (
        None,
        [
            "units.csv: row 5: this row has 8 cells, but there are only 7 columns.",
            f'units.csv: row 2, column valid_from (E2): cannot use "1/7/2025". {day}',
            f'units.csv: row 2, column valid_to (F2): cannot use "2021-02-30". {day}',
            "units.csv: row 2, column name (B2): is missing. The name of the unit.",
            f'units.csv: row 2, column id (A2): cannot use "Bản-Bo". {an_id}',
            f'units.csv: row 2, column kind (C2): cannot use "comune". One of: {kinds}. Did you mean commune?',
            'units.csv: row 2, column population (G2): cannot use "4.321". A whole number, not negative, without separators.',
            "units.csv: row 3, column valid_to (F3): the end 2020-01-01 is before the start 2021-01-01.",
            'units.csv: row 6, column name (B6): cannot use "X\u200bã An". There are characters that cannot be seen; type this cell again.',
            "units.csv: row 4, column id (A4): the id na-tam is used in row 3 already.",
        ],
    )


def test_one_name_for_two_units_is_a_fault_also_with_another_tone_position(tmp_path: Path) -> None:
    _, lines = read(tmp_path, "id,name,aliases\nhoa,Xã Hoà,Hòa\nhoa-moi,XÃ HÒA,Hoà Mới\nta-leng,Tả Lèng,\nta-leng-2,Tà Lèng,\n")
    assert lines == [
        'units.csv: row 3, column name (B3): the name "xã hòa" is that of hoa (row 2) at the same time; a name must lead to one unit.'
    ]


def test_a_name_may_come_again_when_the_other_unit_is_gone(tmp_path: Path) -> None:
    text = "id,name,valid_from,valid_to\nbinh-lu,Xã Bình Lư,2020-01-01,2025-06-30\nbinh-lu-2025,Xã Bình Lư,2025-07-01,\n"
    registry, lines = read(tmp_path, text)
    assert lines == []
    assert registry
    assert [u.id for u in registry.on(dt.date(2025, 7, 1)).units] == ["binh-lu-2025"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ["units.csv: there is no unit. Give each unit a row."]),
        ("id,name\n", ["units.csv: there is no unit. Give each unit a row."]),
        (
            "id,nam\nx,Xã\n",
            [
                "units.csv: row 1, column nam (B1): there is no such column. Columns: id, name, kind, aliases, valid_from, valid_to, parent, population, successors, addresses, and codes with _code in their name. Did you mean name?",
                'units.csv: the column name is missing; the first row is "id|nam".',
            ],
        ),
        ('id,name\nx,"Xã\n', ["units.csv: row 2: is not CSV: unexpected end of data."]),
    ],
)
def test_files_that_are_no_list_of_units(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert read(tmp_path, text) == (None, lines)
