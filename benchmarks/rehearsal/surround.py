"""What stands around a table, in the sheet's name and in the file's: who sends it, for which week."""

import random
from dataclasses import dataclass

from rehearsal.canvas import Page
from rehearsal.names import Place
from rehearsal.table import Table
from rehearsal.wording import TITLES, disguise, spread

WEEKS = (
    "Tuần 05 (từ 29/01 đến 04/02/2021)",
    "(Tuần 5, từ ngày 29/01/2021 đến ngày 04/02/2021)",
    "Từ ngày 29/01/2021 đến ngày 04/02/2021",
    "Tuần 5",
    "Tuần 05/2021",
    "Tuần 1 tháng 02 năm 2021",
    "Tuần 1 tháng 2",
    "(Từ 29/01 đến 04/02/2021)",
    "Từ ngày 29 tháng 01 đến ngày 04 tháng 02 năm 2021",
    "Từ ngày 01/02/2021 đến ngày 07/02/2021",  # holds the deadline day
    "",
)
WEEK_WEIGHTS = (14, 14, 8, 8, 4, 6, 3, 6, 3, 3, 12)
OTHER_WEEKS = (
    "Tuần 04 (từ 22/01 đến 28/01/2021)",
    "(Tuần 4, từ ngày 22/01/2021 đến ngày 28/01/2021)",
    "Tuần 06 (từ 05/02 đến 11/02/2021)",
    "Từ ngày 22/01/2021 đến ngày 28/01/2021",
    "Tuần 2 tháng 02 năm 2021",
    "Tuần 6",
)
NOTES = (
    "Ghi chú: số người nghe là số ước, 01 hộ tính 4 người; 3 thôn chưa có loa.",
    "Ghi chú: 02 cụm loa hỏng từ ngày 30/01.",
    "* Số liệu tính đến 15h00 ngày 04/02/2021",
    "Ghi chú: phát 2 buổi/ngày, mỗi buổi 15 phút.",
)
NEUTRAL = ("bao cao", "bc tuan 5", "BC T5", "bieu bao cao tuan 05", "Báo cáo tuần 5", "BC tuần 5 năm 2021", "bieu")


@dataclass(frozen=True, slots=True)
class Signs:
    """Where the unit is named, and the words of the week."""

    title: str  # official, line, none
    sheet: bool
    file: bool
    folder: bool
    week: str
    wrong_name: str = ""  # a near miss that the title says instead of the name


def signs(rng: random.Random, mess: float, *, sheets: bool = True) -> Signs:
    """At least one sure place that names the unit."""
    week = rng.choices(WEEKS, WEEK_WEIGHTS)[0]
    if not mess:
        return Signs("line", sheet=False, file=True, folder=False, week=WEEKS[rng.randint(0, 1)])
    title = rng.choices(("official", "line", "none"), (45, 35, 20))[0]
    file = rng.random() < (0.6 if title != "none" else 0.7)
    sheet = sheets and rng.random() < 0.1
    folder = rng.random() < 0.04
    if title == "none" and not (file or sheet or folder):
        file = True
    return Signs(title, sheet, file, folder, week)


def name_line(rng: random.Random, place: Place, wrong: str = "") -> str:
    """`Đơn vị: UBND xã Bản Bo`."""
    name = f"{place.name.rsplit(place.bare, 1)[0]}{wrong or place.bare}"
    lowered = name[0].lower() + name[1:]
    head = rng.choice(("Đơn vị: ", "Đơn vị: ", "Đơn vị báo cáo: ", "ĐƠN VỊ: "))
    return head + rng.choice((name, f"UBND {lowered}", name.upper()))


def title_rows(rng: random.Random, place: Place, how: Signs, width: int) -> list[list[tuple[int, str]]]:
    """The lines above the table, each as cells of (column, text)."""
    right = max(2, width // 2)
    day = rng.choice(
        ("ngày 04 tháng 02 năm 2021", "ngày 03 tháng 02 năm 2021", "ngày      tháng 02 năm 2021", "ngày 04/02/2021")
    )
    rows: list[list[tuple[int, str]]] = []
    if how.title == "official":
        body = f"UBND {place.name}".replace(place.bare, how.wrong_name or place.bare).upper()
        rows += [
            [(0, "UBND HUYỆN TAM ĐƯỜNG"), (right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
            [(0, body), (right, "Độc lập - Tự do - Hạnh phúc")],
            [(0, f"Số: {rng.randint(1, 60):02d}/BC-UBND"), (right, f"{place.bare}, {day}")],
            [],
            [(0, "BÁO CÁO")],
            [(0, rng.choice(TITLES))],
        ]
    else:
        lines = [name_line(rng, place, how.wrong_name)] if how.title == "line" else []
        lines.insert(rng.randint(0, len(lines)), rng.choice(TITLES))
        rows += [[(0, line)] for line in lines]
    if how.week:
        rows.insert(len(rows) - (rng.random() < 0.1 and how.title != "official"), [(0, how.week)])
    if rng.random() < 0.3:
        rows.append([(0, "Kính gửi: Phòng Văn hóa và Thông tin huyện Tam Đường")])
    rows += [[]] * rng.choice((0, 1, 1, 2))
    return rows


def foot_rows(rng: random.Random, width: int) -> list[list[tuple[int, str]]]:
    """Notes and the signature block."""
    right = max(1, width - rng.choice((1, 2)))
    rows: list[list[tuple[int, str]]] = [[]] if rng.random() < 0.85 else []
    if rng.random() < 0.25:
        rows += [[(0, rng.choice(NOTES))]]
    draw = rng.random()
    if draw < 0.4:
        rows += [
            [(0, "Nơi nhận:"), (right, "TM. ỦY BAN NHÂN DÂN")],
            [(0, "- Như trên;"), (right, "CHỦ TỊCH")],
            [(0, "- Lưu: VT.")],
        ]
    elif draw < 0.7:
        rows += [[(0, "Người lập biểu"), (right, "Thủ trưởng đơn vị")], [(right, "(Ký, đóng dấu)")]]
    elif draw < 0.85:
        rows += [[(right, "CÁN BỘ VĂN HÓA - XÃ HỘI")], [], [(right, "Vàng A Páo")]]
    return rows


def page_of(rng: random.Random, place: Place, how: Signs, table: Table, name: str, mess: float, *, titled: bool = True) -> Page:
    """The table on a page, with what stands above and below, sometimes to the right and down."""
    left = rng.choice((0, 0, 0, 1, 2)) if mess else 0
    page = Page(name)
    r = rng.choice((0, 0, 0, 1, 3)) if mess else 0
    for row in title_rows(rng, place, how, table.width) if titled else []:
        for c, text in row:
            page.cells[r, left + c] = disguise(rng, text, 0.06 * mess) if c == 0 and not how.wrong_name else text
        r += 1
    table.cells = {(r + tr, left + tc): value for (tr, tc), value in table.cells.items()}
    page.cells |= table.cells
    page.merges += [(r1 + r, c1 + left, r2 + r, c2 + left) for r1, c1, r2, c2 in table.merges]
    page.table = (r, r + table.height)
    table.slots = [s.moved(r, left) for s in table.slots]
    table.lines = {k + r: v for k, v in table.lines.items()}
    r += table.height
    for row in foot_rows(rng, table.width) if titled or rng.random() < 0.3 else []:
        for c, text in row:
            page.cells[r, left + c] = text
        r += 1
    return page


def sheet_name(rng: random.Random, place: Place, how: Signs) -> str:
    """The sheet's name, at most 31 characters."""
    if how.sheet:
        return rng.choice((place.name, place.bare, f"Xã {place.bare}" if place.kind == "commune" else place.name))[:31]
    return rng.choice(("Sheet1", "Sheet1", "Tuần 5", "BC tuần", "Trang tính1", "Biểu"))


def file_stem(rng: random.Random, place: Place, how: Signs, number: int) -> str:
    """The file's name without its ending; names that say no unit get a number."""
    if not how.file:
        return f"{rng.choice(NEUTRAL)} ({number:05d})"  # with four figures it could be a year
    kind, small = {"commune": ("xã", "xa"), "township": ("thị trấn", "tt"), "ward": ("phường", "phuong")}[place.kind]
    forms = [
        place.id, f"bc_tuan5_{place.joined.lower()}", f"{place.plain.lower()} bc T5", f"Báo cáo tuần 5 {kind} {place.bare}",
        place.name, f"{place.name} - tuần 05", f"{place.plain}_T5", f"bc-tuan-5-{place.id}", f"{place.bare} - tuan 5", place.plain.upper(),
        f"BC tuan 5 {small} {place.plain}", f"{place.joined}-tuan05", f"UBND {kind} {place.bare} bc tuần 5",
    ]  # fmt: skip
    stem = rng.choice(forms)
    return spread(stem) if rng.random() < 0.08 else stem
