"""The template of the report of several weeks: weeks as columns, charts, and the units' weeks in a landscape appendix."""

from word_xml import LANDSCAPE, PORTRAIT, SHEET_WIDTH, TEXT_WIDTH, control, each, p, section_end, table, tag, tc, tr

Column = tuple[int, str, str]  # width, heading, what a cell holds


def many(loop: str, *cell: str, width: int = 1210) -> str:
    """A cell for each element, however many there are."""
    return tc(300, p("ChuBang", f"{{%tc for {loop} %}}")) + tc(width, *cell) + tc(300, p("ChuBang", "{%tc endfor %}"))


def by_name(name: str, first: str, *, whole: int, sent: str = "") -> str:
    """A table of numbered names with a figure in each column, totals and coverage below; ``sent`` heads a last column."""
    last = 1120 if sent else 0
    wide = whole - 560 - 4 * 1210 - last
    grid = [560, wide, 300, 1210, 300, *([last] if sent else [])]
    span, total = len(grid), sum(grid)
    none = tc(last, p("GiuaBang")) if sent else ""
    head = tc(560, p("DauBang", "STT")) + tc(wide, p("DauBang", first))
    head += many(f"column in {name}.columns", p("DauBang", "{{ column.title }}"))
    head += tc(last, p("DauBang", sent)) if sent else ""
    row = tc(560, p("GiuaBang", "{{ row.number }}")) + tc(wide, p("ChuBang", "{{ row.name }}"))
    row += many("cell in row.cells", p("SoBang", "{{ cell.text }}"))
    row += tc(last, p("GiuaBang", "{{ row.sent }}")) if sent else ""
    rows = [tr(head, header=True), control(f"for row in {name}.rows", span, total), tr(row), control("endfor", span, total)]
    totals = tc(560 + wide, p("TongChu", "Tổng cộng"), span=2)
    rows.append(tr(totals + many(f"cell in {name}.total", p("TongSo", "{{ cell.text }}")) + none))
    covered = tc(560 + wide, p("ChuBang", "Số đơn vị có đủ số liệu"), span=2)
    rows.append(tr(covered + many(f"cell in {name}.coverage", p("SoBang", "{{ cell.text }}")) + none))
    remarks = each(f"remark in {name}.remarks", p("GhiChuBang", "{{ remark }}"))
    return table(grid, *rows, width=whole) + remarks + p("GhiChuBang")


def by_week(name: str, whole: int) -> str:
    """A table with a measure in each row and a week in each column."""
    wide = 2900
    grid = [wide, 300, 1210, 300]
    head = tc(wide, p("DauBang", "Chỉ tiêu")) + many(f"column in {name}.columns", p("DauBang", "{{ column }}"))
    row = tc(wide, p("ChuBang", "{{ row.name }}")) + many("cell in row.cells", p("SoBang", "{{ cell.text }}"))
    loop = (control(f"for row in {name}.rows", 4, sum(grid)), tr(row), control("endfor", 4, sum(grid)))
    return table(grid, tr(head, header=True), *loop, width=whole) + p("GhiChuBang")


def charts(name: str) -> list[str]:
    """The charts of a list, as many beside each other as fit."""
    loop = p("BieuDo", f"{{% for chart in charts.{name} %}}{{{{ chart.drawing.shown }}}}{{% endfor %}}")
    return [tag(f"if charts.{name}"), loop, tag("endif")]


def results(work: str) -> list[str]:
    """The first heading: who reported, the totals in sentences, tables by week, channel and unit, charts."""
    body = [p("Muc", f"I. KẾT QUẢ {work.upper()} {{{{ period.within }}}}"), p("Khoan", "1. Tình hình gửi báo cáo")]
    body += [each("sentence in attendance", p("NoiDung", "{{ sentence }}")), p("Khoan", "2. Kết quả chung")]
    body += [p("NoiDung", "{{ results.lead }}"), each("line in results.lines", p("NoiDung", "{{ line }}"))]
    body += [each(f"sentence in {name}", p("NoiDung", "{{ sentence }}")) for name in ("changes", "basis")]
    body += [tag("if listeners_remark"), p("NoiDung", "{{ listeners_remark }}"), tag("endif")]
    body += [p("Khoan", "3. Kết quả theo tuần"), tag("if weeks_in_appendix")]
    body += [p("NoiDung", "Kết quả của từng tuần tại Phụ lục kèm theo."), tag("else")]
    body += [p("TenBang", f"{{{{ labels.weeks }}}}. Kết quả {work} theo tuần"), tag("for weeks in week_tables")]
    body += [by_week("weeks", TEXT_WIDTH), tag("endfor"), tag("endif")]
    body += [*charts("weeks"), tag("if charts.remark"), p("GhiChuBang", "{{ charts.remark }}"), tag("endif")]
    body += [tag("if channel_table"), p("Khoan", "4. Kết quả theo kênh")]
    body += [p("TenBang", f"{{{{ labels.channels }}}}. Kết quả {work} theo kênh")]
    body += [by_name("channel_table", "Kênh", whole=TEXT_WIDTH), *charts("channels"), tag("endif")]
    body += [p("Khoan", "{{ 5 if channel_table else 4 }}. Kết quả theo đơn vị"), tag("if unit_table.appendix")]
    body += [p("NoiDung", "Kết quả của từng đơn vị tại Phụ lục kèm theo."), tag("else")]
    body += [p("TenBang", f"{{{{ labels.units }}}}. Kết quả {work} theo đơn vị")]
    units = by_name("unit_table", "Đơn vị", whole=TEXT_WIDTH, sent="Số tuần gửi")
    body += [units, tag("if measure_tables")]
    return [*body, p("NoiDung", "Số liệu từng tuần của từng đơn vị tại Phụ lục kèm theo."), tag("endif"), tag("endif")]


def appendix() -> list[str]:
    """The landscape appendix with page numbers of its own: what is too wide or too long for the body."""
    body = [p("TenPhuLuc", "{{ appendix.name }}"), p("TieuDePhuLuc", "{{ appendix.title }}")]
    body += [p("KemTheo", "{{ appendix.belongs }}"), tag("if weeks_in_appendix"), p("TenBang", "Kết quả theo tuần")]
    body += [tag("for weeks in week_tables"), by_week("weeks", SHEET_WIDTH), tag("endfor"), tag("endif")]
    body += [tag("if unit_table.appendix"), p("TenBang", "Kết quả cả kỳ theo đơn vị")]
    body += [by_name("unit_table", "Đơn vị", whole=SHEET_WIDTH, sent="Số tuần gửi"), tag("endif")]
    title = "{{ measures.title }}: từng tuần theo đơn vị"
    body += [tag("for measures in measure_tables"), tag("if loop.first and not unit_table.appendix"), p("TenBang", title)]
    body += [tag("else"), p("TenBangTrang", title), tag("endif")]
    return [*body, by_name("measures", "Đơn vị", whole=SHEET_WIDTH), tag("endfor")]


def course_report(work: str, blocks: tuple[str, str, str], notes: tuple[str, ...]) -> str:
    """The whole report; ``blocks`` are the header blocks, the recipients and the signature, ``notes`` the other headings."""
    head, recipients, signature = blocks
    subject = each("line in subject", p("TrichYeu", "{{ line }}"))
    body = [head, p("TenLoaiVanBan", "{{ title }}"), subject, p("DuongKeNgan"), recipients]
    body += [each("ground in letterhead.grounds", p("CanCu", "{{ ground }}")), p("NoiDung", "{{ opening }}")]
    body += [*results(work), *notes, p("NoiDungCuoi", "{{ closing }}"), signature]
    return "".join([*body, section_end(PORTRAIT), *appendix(), p("NoiNhan")])


PAGE = LANDSCAPE
