"""Makes the Word templates that ship: ``python tools/build_templates.py``. Run by developers; what it writes is committed.

The templates are plain Word files with Jinja tags, written as XML (``word_xml``) so that every run names its font and size.
"""

import zipfile
from pathlib import Path

from course_template import course_report
from word_xml import (
    LANDSCAPE,
    LEFT_BLOCK,
    PORTRAIT,
    SHEET_WIDTH,
    TEXT_WIDTH,
    control,
    each,
    p,
    package,
    section_end,
    table,
    tag,
    tc,
    tr,
)

ROOT = Path(__file__).resolve().parent.parent / "templates"


def measured(loop: str, *cell: str, width: int = 1210) -> str:
    """A cell for each measure, however many the campaign has."""
    return tc(300, p("ChuBang", f"{{%tc for {loop} %}}")) + tc(width, *cell) + tc(300, p("ChuBang", "{%tc endfor %}"))


def figures(name: str, first: str, wide: int, last: int = 0) -> str:
    """The table of a list of units, channels or topics; ``last`` is the width of a column for when the report was sent."""
    grid = [560, wide, 300, 1210, 300] + ([last] if last else [])
    span, total = len(grid), sum(grid)
    figure = p("SoBang", "{{ cell.text }}", mark="{{ cell.mark }}")
    label = p("ChuBang", "{{ row.name }}", mark="{{ row.mark }}" if last else "")
    begin = tc(560, p("GiuaBang", "{{ row.number }}")) + tc(wide, label)
    sent = tc(last, p("GiuaBang", "{{ row.sent }}")) if last else ""
    none = tc(last, p("GiuaBang")) if last else ""
    head = (
        tc(560, p("DauBang", "STT"))
        + tc(wide, p("DauBang", first))
        + measured(f"column in {name}.columns", p("DauBang", "{{ column.title }}"))
    )
    rows = [
        tr(head + (tc(last, p("DauBang", "Gửi báo cáo")) if last else ""), header=True),
        control(f"for row in {name}.rows", span, total),
    ]
    if last:
        absent = tc(1210, p("TrongBang", f"{{% colspan {name}.columns|length %}}", "{{ row.absent }}"))
        rows += [control("if row.reported", span, total), tr(begin + measured("cell in row.cells", figure) + sent)]
        rows += [control("else", span, total), tr(begin + absent + sent), control("endif", span, total)]
    else:
        rows.append(tr(begin + measured("cell in row.cells", figure)))
    rows.append(control("endfor", span, total))
    bold = p("TongSo", "{{ cell.text }}", mark="{{ cell.mark }}")
    rows.append(tr(tc(560 + wide, p("TongChu", "Tổng cộng"), span=2) + measured(f"cell in {name}.total", bold) + none))
    if last:
        relayed = tc(560 + wide, p("ChuBang", "Trong đó tiếp âm, tiếp sóng, phát lại"), span=2)
        rows += [
            control(f"if {name}.relayed", span, total),
            tr(relayed + measured(f"cell in {name}.relayed", figure) + none),
            control("endif", span, total),
        ]
    counted = tc(560 + wide, p("ChuBang", "Số đơn vị có số liệu"), span=2)
    rows.append(tr(counted + measured(f"cell in {name}.coverage", figure) + none))
    remarks = each(f"remark in {name}.remarks", p("GhiChuBang", "{{ remark }}"))
    return table(grid, *rows, width=TEXT_WIDTH) + remarks + p("GhiChuBang")


def blocks(left: int, right: int, *rows: tuple[str, str]) -> str:
    """A table without borders that only places two blocks side by side."""
    made = [tr(tc(left, a, align="top") + tc(right, b, align="top")) for a, b in rows]
    return table([left, right], *made, width=left + right, borders=False)


def header_blocks(about: str = "") -> str:
    """Boxes 1 to 4: whose document, the country's name, number, place and date; ``about`` is the subject of a công văn (5b)."""
    right = TEXT_WIDTH - LEFT_BLOCK
    body = each("line in letterhead.superior", p("CoQuanChuQuan", "{{ line }}"))
    body += each("line in letterhead.issuer", p("CoQuanBanHanh", "{{ line }}")) + p("DuongKeNgan")
    nation = p("QuocHieu", "{{ letterhead.country }}") + p("TieuNgu", "{{ letterhead.motto }}") + p("DuongKeBangChu")
    number, date = p("SoKyHieu", "{{ letterhead.number }}"), p("DiaDanhThoiGian", "{{ letterhead.place_and_date }}")
    return blocks(LEFT_BLOCK, right, (body, nation), (number + (p("VeViec", about) if about else ""), date))


def recipients() -> str:
    """Box 9a: one recipient on the line, several below it."""
    one = tag("if letterhead.recipient") + p("KinhGuiMot", "Kính gửi: {{ letterhead.recipient }}") + tag("endif")
    several = tag("if letterhead.recipients") + p("KinhGui", "Kính gửi:")
    return one + several + each("line in letterhead.recipients", p("NoiGui", "{{ line }}")) + tag("endif")


def signature() -> str:
    """Boxes 7 and 9b: where copies go on the left, who signs on the right."""
    half = TEXT_WIDTH // 2
    left = p("NoiNhanDau", "Nơi nhận:") + each("line in letterhead.copies", p("NoiNhan", "{{ line }}")) + p("NoiNhan")
    right = each("line in letterhead.authority", p("QuyenHan", "{{ line }}")) + p("NguoiKy") * 4
    return blocks(half, TEXT_WIDTH - half, (left, right + p("NguoiKy", "{{ letterhead.signer }}")))


def section_of_notes(title: str, name: str) -> str:
    """A heading with what units wrote under it, or room for the office."""
    notes = tag(f"for note in notes.{name}") + p("NoiDung", "- {{ note }}") + tag("else")
    return p("Muc", title) + notes + p("BoSung", "{{ notes.placeholder }}") + tag("endfor")


def results(units: str, work: str) -> list[str]:
    """The first heading: who reported, the totals in sentences, the tables. ``work`` is what the results are of."""
    body = [p("Muc", f"I. KẾT QUẢ {work.upper()} TRONG TUẦN"), p("Khoan", "1. Tình hình gửi báo cáo")]
    body += [each("sentence in attendance", p("NoiDung", "{{ sentence }}")), p("Khoan", "2. Kết quả chung")]
    body += [p("NoiDung", "{{ results.lead }}"), each("line in results.lines", p("NoiDung", "{{ line }}"))]
    body += [tag("if relayed"), p("NoiDung", "{{ relayed }}"), tag("endif")]
    body += [each("sentence in changes", p("NoiDung", "{{ sentence }}"))]
    body += [p("Khoan", "3. Kết quả theo đơn vị"), tag("if unit_table.appendix")]
    body += [p("NoiDung", "Kết quả của từng đơn vị tại Phụ lục kèm theo. {{ listeners_remark }}"), tag("else")]
    body += [p("TenBang", f"{{{{ unit_table.label }}}}. Kết quả {work} theo đơn vị"), units, tag("endif")]
    body += [tag("if channel_table"), p("Khoan", "4. Kết quả theo kênh"), each("line in channels", p("NoiDung", "{{ line }}"))]
    body += [*split("channel_table", "Kênh", f"Kết quả {work} theo kênh"), tag("endif"), tag("if topic_table")]
    body += [p("Khoan", "{{ 5 if channel_table else 4 }}. Kết quả theo chủ đề")]
    return [*body, *split("topic_table", "Chủ đề", f"Kết quả {work} theo chủ đề"), tag("endif")]


def split(name: str, first: str, title: str) -> list[str]:
    """The table by channel or topic; a wide one stands in the appendix."""
    body = [tag("if wide"), p("NoiDung", f"{title} tại Phụ lục kèm theo."), tag("else")]
    return [*body, p("TenBang", f"{{{{ {name}.label }}}}. {title}"), figures(name, first, 3954), tag("endif")]


def wide_splits(work: str) -> list[str]:
    """The tables by channel and topic in the appendix."""
    body = [tag("if wide")]
    for name, first in (("channel_table", "Kênh"), ("topic_table", "Chủ đề")):
        title = p("TenBang", f"Kết quả {work} theo {first.lower()}")
        body += [tag(f"if {name}"), title, figures(name, first, 3954), tag("endif")]
    return [*body, tag("endif")]


def replaced() -> list[str]:
    """In a report that replaces another: which figures are others now."""
    columns = (
        ("Nội dung", TEXT_WIDTH - 4500, p("ChuBang", "{{ row.name }}")),
        *((t, 1600, p("SoBang", f"{{{{ row.cells[{n}].text }}}}")) for n, t in enumerate(("Đã báo cáo", "Báo cáo lại"))),
        ("Tăng (+), giảm (-)", 1300, p("SoBang", "{{ row.cells[2].text }}")),
    )
    body = [tag("if replaced_table"), p("Khoan", "{{ replaced_table.heading }}")]
    body += [p("TenBang", "{{ replaced_table.label }}. {{ replaced_table.title }}")]
    changes = sheet_table("replaced_table", columns, TEXT_WIDTH)
    return [*body, changes, p("GhiChuBang", "{{ replaced_table.remark }}"), p("GhiChuBang"), tag("endif")]


def report(work: str) -> str:
    """The official report on the results of some work."""
    units = figures("unit_table", "Đơn vị", 2834, 1120)
    subject = each("line in subject", p("TrichYeu", "{{ line }}"))
    body = [header_blocks(), p("TenLoaiVanBan", "{{ title }}"), subject, p("DuongKeNgan"), recipients()]
    body += [each("ground in letterhead.grounds", p("CanCu", "{{ ground }}"))]
    body += [tag("if replaced"), p("NoiDung", "{{ replaced }}"), tag("endif")]
    body += [p("NoiDung", "{{ opening }}"), *results(units, work), *replaced()]
    body += [section_of_notes("II. CÔNG TÁC CHỈ ĐẠO", "direction")]
    body += [section_of_notes("III. KHÓ KHĂN, VƯỚNG MẮC", "difficulties")]
    body += [section_of_notes("IV. NHIỆM VỤ TUẦN TỚI", "tasks"), section_of_notes("V. KIẾN NGHỊ, ĐỀ XUẤT", "proposals")]
    body += [p("NoiDungCuoi", "{{ closing }}"), signature(), tag("if unit_table.appendix"), section_end(PORTRAIT)]
    body += [p("TenPhuLuc", "{{ appendix.name }}"), p("TieuDePhuLuc", "{{ appendix.title }}")]
    body += [p("KemTheo", "{{ appendix.belongs }}"), units, *wide_splits(work), tag("endif")]
    return "".join([*body, p("NoiNhan")])


def sheet_table(name: str, columns: tuple[tuple[str, int, str], ...], whole: int = SHEET_WIDTH) -> str:
    """A table over a whole page: for each column its title, its width and what its cells hold."""
    head = tr(*(tc(width, p("DauBang", title)) for title, width, _ in columns), header=True)
    row = tr(*(tc(width, cell) for _, width, cell in columns))
    loop = (control(f"for row in {name}.rows", len(columns), whole), row, control("endfor", len(columns), whole))
    return table([width for _, width, _ in columns], head, *loop, width=whole)


def totals_table() -> str:
    """What is outside each figure."""
    outside = each("line in row.outside", p("ChuBang", "{{ line }}"))
    return sheet_table(
        "figures_table",
        (
            ("Chỉ tiêu", 3000, p("ChuBang", "{{ row.name }}")),
            ("Giá trị", 1500, p("SoBang", "{{ row.value }}")),
            ("Số đơn vị", 1300, p("GiuaBang", "{{ row.coverage }}")),
            ("Đơn vị chưa có trong số liệu và lý do", SHEET_WIDTH - 5800, outside),
        ),
    )


def findings_table() -> str:
    """What must be mended, where, and by whom."""
    return sheet_table(
        "findings_table",
        (
            ("STT", 560, p("GiuaBang", "{{ row.number }}")),
            ("Đơn vị", 1900, p("ChuBang", "{{ row.name }}")),
            ("Mức", 1100, p("GiuaBang", "{{ row.severity }}")),
            ("Vị trí (tệp, trang, ô)", 2900, p("ChuBang", "{{ row.place }}")),
            ("Vấn đề", 3600, p("ChuBang", "{{ row.message }}")),
            ("Cách xử lý", 2983, p("ChuBang", "{{ row.hint }}")),
            ("Người xử lý", 1810, p("ChuBang", "{{ row.owner }}")),
        ),
    )


def decided_table() -> str:
    """What people decided: for the signer."""
    return sheet_table(
        "decided_table",
        (
            ("STT", 560, p("GiuaBang", "{{ row.number }}")),
            ("Đơn vị", 2100, p("ChuBang", "{{ row.name }}")),
            ("Quyết định", 1500, p("ChuBang", "{{ row.kind }}")),
            ("Về chỉ tiêu, tệp, ô", 3700, p("ChuBang", "{{ row.about }}")),
            ("Giá trị chốt", 1900, p("ChuBang", "{{ row.value }}")),
            ("Lý do", 2793, p("ChuBang", "{{ row.reason }}")),
            ("Người chốt", 2300, p("ChuBang", "{{ row.who }}")),
        ),
    )


def for_the_signer() -> list[str]:
    """The last page: what stands in the report on somebody's word."""
    body = [
        tag("if approximate or decided_table.rows"),
        p("TrangNguoiKy", "4. Dành cho người ký: số liệu theo quyết định của người phụ trách"),
    ]
    body += [tag("if decided_table.rows"), decided_table(), tag("endif")]
    body += [
        tag("if approximate"),
        p("DongPhieu", "Số liệu ước chừng, theo đơn vị ghi: {{ approximate|join('; ') }}."),
        tag("endif"),
    ]
    return [*body, tag("endif")]


def check_sheet() -> str:
    """The office's own check sheet."""
    body = [p("TieuDePhieu", "{{ title }}"), each("line in subject", p("TieuDePhieu", "{{ line }}"))]
    body += [p("PhuPhieu", "Tài liệu nội bộ, không gửi kèm báo cáo. {{ made }}."), p("MucPhieu", "1. Tình hình gửi báo cáo")]
    body += [each("sentence in attendance", p("DongPhieu", "{{ sentence }}"))]
    for title, name in (("Gửi muộn", "late"), ("Chưa gửi", "missing")):
        body += [tag(f"if {name}"), p("DongPhieu", f"{title}: {{{{ {name}|join('; ') }}}}."), tag("endif")]
    body += [p("MucPhieu", "2. Số liệu tổng và các đơn vị chưa có trong số liệu"), totals_table()]
    body += [p("MucPhieu", "3. Việc cần xử lý trước khi trình ký"), p("DongPhieu", "{{ summary }}")]
    return "".join([*body, tag("if findings_table.rows"), findings_table(), tag("endif"), *for_the_signer(), p("ChuBang")])


def mend_list() -> str:
    """What a sender must mend in a file that cannot be marked."""
    body = [each("line in issuer", p("CoQuanBanHanh", "{{ line }}")), p("DuongKeNgan"), p("TieuDePhieu", "{{ title }}")]
    body += [each("line in subject", p("TieuDePhieu", "{{ line }}")), p("PhuPhieu", "{{ mark }}")]
    body += [p("DongPhieu", "{{ opening }}"), p("DongPhieu", "{{ how }}")]
    body += [p("DongPhieu", "{{ received_title }} {{ received|join('; ') }}.")]
    columns = (
        ("STT", 560, p("GiuaBang", "{{ row.number }}")),
        ("Vị trí", 2100, p("ChuBang", "{{ row.name }}")),
        ("Đang ghi", 1500, p("ChuBang", "{{ row.typed }}")),
        ("Vấn đề", 2300, p("ChuBang", "{{ row.found }}")),
        ("Cách sửa", TEXT_WIDTH - 6460, p("ChuBang", "{{ row.ask }}")),
    )
    return "".join([*body, sheet_table("mend_table", columns, TEXT_WIDTH), p("MucPhieu"), p("DongPhieu", "{{ thanks }}")])


def month_report(work: str) -> str:
    """The report of a month or of a whole campaign."""
    titles = (
        ("II. CÔNG TÁC CHỈ ĐẠO", "direction"),
        ("III. KHÓ KHĂN, VƯỚNG MẮC", "difficulties"),
        ("IV. NHIỆM VỤ {{ period.next }}", "tasks"),
        ("V. KIẾN NGHỊ, ĐỀ XUẤT", "proposals"),
    )
    notes = tuple(section_of_notes(title, name) for title, name in titles)
    return course_report(work, (header_blocks(), recipients(), signature()), notes)


def urging_letter() -> str:
    """The công văn that urges units to send their report; with a list behind it where they are many."""
    body = [header_blocks("{{ about }}"), p("NoiNhan"), recipients()]
    body += [p("NoiDung", f"{{{{ {name} }}}}") for name in ("asked", "attendance", "demand")]
    body += [tag("if late_demand"), p("NoiDung", "{{ late_demand }}"), tag("endif")]
    body += [p("NoiDungCuoi", "{{ closing }}"), signature(), tag("if list"), section_end(PORTRAIT)]
    body += [p("TenPhuLuc", "{{ appendix.name }}"), p("TieuDePhuLuc", "{{ appendix.title }}")]
    columns = (
        ("STT", 700, p("GiuaBang", "{{ row.number }}")),
        ("Đơn vị", TEXT_WIDTH - 5900, p("ChuBang", "{{ row.name }}")),
        ("Hạn gửi", 3200, p("GiuaBang", "{{ row.due }}")),
        ("Tình trạng", 2000, p("GiuaBang", "{{ row.state }}")),
    )
    listed = sheet_table("{list}", columns, TEXT_WIDTH).replace("{list}.rows", "list")
    return "".join([*body, p("KemTheo", "{{ appendix.belongs }}"), listed, tag("endif"), p("NoiNhan")])


def request_letter() -> str:
    """The công văn that asks for reports: what is asked, what a report holds, until when and how it is sent."""
    body = [header_blocks("{{ about }}"), p("NoiNhan"), recipients(), p("NoiDung", "{{ opening }}")]
    body += [tag("if tasks"), p("Khoan", "1. Nội dung tuyên truyền")]
    body += [each("task in tasks", p("NoiDung", "{{ task }}")), tag("endif")]
    body += [p("Khoan", "{{ contents_heading }}"), p("NoiDung", "{{ contents }}")]
    body += [each("measure in measures", p("NoiDung", "{{ measure }}")), p("NoiDung", "{{ writing }}")]
    body += [p("Khoan", "{{ sending_heading }}"), each("sentence in sending", p("NoiDung", "{{ sentence }}"))]
    return "".join([*body, p("NoiDungCuoi", "{{ closing }}"), signature(), p("NoiNhan")])


def main() -> None:
    """Write the templates."""
    kinds = (
        ("bao-cao-tuan", report("tuyên truyền"), PORTRAIT),
        ("bluezone", report("cài đặt Bluezone"), PORTRAIT),
        ("bao-cao-thang", month_report("tuyên truyền"), LANDSCAPE),
        ("don-doc", urging_letter(), PORTRAIT),
        ("yeu-cau", request_letter(), PORTRAIT),
        ("phieu-kiem-tra", check_sheet(), LANDSCAPE),
        ("danh-sach-can-sua", mend_list(), PORTRAIT),
    )
    for kind, body, page in kinds:
        path = ROOT / kind / "report.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in package(body, page).items():
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
        print(path)


if __name__ == "__main__":
    main()
