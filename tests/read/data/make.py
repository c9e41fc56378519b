"""Makes quirks.xls and mac.xls beside this file: XlsxWriter writes a workbook, LibreOffice (7.4) saves it as Excel 97–2003.

python tests/read/data/make.py
"""

import datetime as dt
import subprocess
import tempfile
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent


def write(path: Path, *, mac: bool) -> None:
    book = xlsxwriter.Workbook(path, {"date_1904": mac})
    sheet = book.add_worksheet("Tuần 5")
    legacy = book.add_format({"font_name": ".VnTime"})
    length = book.add_format({"num_format": "[h]:mm:ss"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    percent = book.add_format({"num_format": "0%"})
    sheet.write_row("A1", ["Kênh", "Số tin\nbài", 12, 1.5, True])
    sheet.write_string("A2", "X· B¶n Bo", legacy)
    sheet.write_rich_string("B2", "Số ", legacy, "tin", book.add_format({"font_name": "Arial"}), " bài")
    sheet.write_rich_string("C2", "Ghi ", legacy, "tuÇn")
    sheet.write_datetime("A3", dt.timedelta(hours=26, minutes=30), length)
    sheet.write_datetime("B3", dt.datetime(2021, 2, 4), day)  # noqa: DTZ001 - cells have no time zone
    sheet.write_number("C3", 0.95, percent)
    sheet.write_formula("D3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("E3", "=C1*2", None, 24)
    sheet.write_formula("F3", '=""', None, "")
    sheet.merge_range("A4:B5", "gộp")
    sheet.write_number("B5", 7)
    sheet.write_row("A6", [1, 2, 3, 4])
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.set_column("D:D", None, None, {"hidden": True})
    hidden = book.add_worksheet("Ẩn")
    hidden.write_number("A1", 5)
    hidden.hide()
    book.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, mac in (("quirks", False), ("mac", True)):
            path = Path(folder) / f"{name}.xlsx"
            write(path, mac=mac)
            profile = f"-env:UserInstallation=file://{folder}/profile"
            subprocess.run(["soffice", profile, "--headless", "--convert-to", "xls", "--outdir", HERE, path], check=True)


if __name__ == "__main__":
    main()
