"""Word files as XML: the styles of an official document, paragraphs, tables, and the parts of the package."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FONT = "Times New Roman"
FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'

# A4 with the margins of the decree, in twips: top and bottom 20 mm, left 30 mm, right 15 mm.
RAISED = '<w:vertAlign w:val="superscript"/>'
PORTRAIT = (11906, 16838, 1134, 851, 1134, 1701)
LANDSCAPE = (16838, 11906, 1134, 851, 1134, 1134)
TEXT_WIDTH = 11906 - 1701 - 851
SHEET_WIDTH = 16838 - 1134 - 851
LEFT_BLOCK = 4154


@dataclass(frozen=True)
class Style:
    """A paragraph style: its name in Word, its type, and its paragraph properties beside alignment."""

    name: str
    size: float = 14
    look: str = ""  # b, i
    align: str = "left"
    before: int = 0
    after: int = 0
    line: int = 240
    first: int = 0
    left: int = 0
    keep: bool = False
    rule: bool = False
    page: bool = False  # begins a new page
    parted: bool = False  # any line may begin a page, the second too

    def character(self, extra: str = "") -> str:
        """The properties of a run."""
        bold, italic = (f"<w:{k}/><w:{k}Cs/>" if k in self.look else "" for k in "bi")
        half = round(self.size * 2)
        size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        return f'<w:rPr>{FONTS}{bold}{italic}<w:color w:val="000000"/>{size}{extra}</w:rPr>'

    def paragraph(self) -> str:
        """The properties of the paragraph."""
        keep = ("<w:keepNext/>" if self.keep else "") + ("<w:pageBreakBefore/>" if self.page else "")
        border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' if self.rule else ""
        exact = 'w:lineRule="exact"' if self.rule else 'w:lineRule="auto"'
        spacing = f'<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" {exact}/>'
        indent = f'<w:ind w:left="{self.left}" w:firstLine="{self.first}"/>'
        widow = '<w:widowControl w:val="0"/>' if self.parted else "<w:widowControl/>"
        return f'{keep}{widow}{border}{spacing}{indent}<w:jc w:val="{self.align}"/>'


STYLES = {
    "Normal": Style("Normal"),
    "QuocHieu": Style("Quốc hiệu", 12, "b", "center"),
    "TieuNgu": Style("Tiêu ngữ", 13, "b", "center"),
    "CoQuanChuQuan": Style("Cơ quan chủ quản", 12, "", "center"),
    "CoQuanBanHanh": Style("Cơ quan ban hành", 12, "b", "center"),
    "SoKyHieu": Style("Số, ký hiệu", 13, "", "center"),
    "DiaDanhThoiGian": Style("Địa danh và thời gian", 13, "i", "center"),
    "DuongKeBangChu": Style("Đường kẻ dài bằng chữ", 13, "", "center", before=60, after=60, line=40, rule=True),
    "DuongKeNgan": Style("Đường kẻ ngắn", 13, "", "center", before=60, after=60, line=40, rule=True),
    "VeViec": Style("Trích yếu công văn", 12, "", "center", before=120),
    "TenLoaiVanBan": Style("Tên loại văn bản", 14, "b", "center", before=240),
    "TrichYeu": Style("Trích yếu nội dung", 14, "b", "center"),
    "KinhGui": Style("Kính gửi", 14, "", "left", before=120, after=60, first=1701),
    "KinhGuiMot": Style("Kính gửi một nơi", 14, "", "center", before=120, after=120),
    "NoiGui": Style("Nơi gửi", 14, "", "left", after=120, left=2835),
    "CanCu": Style("Căn cứ", 14, "i", "both", after=120, line=276, first=720),
    "NoiDung": Style("Nội dung", 14, "", "both", after=120, line=276, first=720),
    "NoiDungCuoi": Style("Nội dung cuối", 14, "", "both", after=240, line=276, first=720, keep=True),
    "BoSung": Style("Chỗ bổ sung", 14, "i", "both", after=120, line=276, first=720),
    "Muc": Style("Mục I.", 14, "b", "both", before=120, after=120, line=276, first=720, keep=True),
    "Khoan": Style("Khoản 1.", 14, "b", "both", after=120, line=276, first=720, keep=True),
    "TenBang": Style("Tên bảng", 13, "b", "center", before=60, after=60, keep=True),
    "TenBangTrang": Style("Tên bảng đầu trang", 13, "b", "center", before=60, after=60, keep=True, page=True),
    "DauBang": Style("Đầu bảng", 12, "b", "center", before=40, after=40, keep=True),
    "ChuBang": Style("Chữ trong bảng", 12, "", "left", before=30, after=30),
    "GiuaBang": Style("Giữa trong bảng", 12, "", "center", before=30, after=30),
    "SoBang": Style("Số trong bảng", 12, "", "right", before=30, after=30),
    "TrongBang": Style("Chưa có trong bảng", 12, "i", "center", before=30, after=30),
    "TongChu": Style("Tổng trong bảng", 12, "b", "left", before=30, after=30),
    "TongSo": Style("Số tổng trong bảng", 12, "b", "right", before=30, after=30),
    "GhiChuBang": Style("Ghi chú dưới bảng", 12, "i", "both", before=20),
    "BieuDo": Style("Biểu đồ", 12, "", "center", before=60, after=60, parted=True),
    "NoiNhanDau": Style("Nơi nhận", 12, "bi"),
    "NoiNhan": Style("Danh sách nơi nhận", 11),
    "QuyenHan": Style("Quyền hạn, chức vụ", 14, "b", "center"),
    "NguoiKy": Style("Họ tên người ký", 14, "b", "center"),
    "TenPhuLuc": Style("Phụ lục", 14, "b", "center"),
    "TieuDePhuLuc": Style("Tiêu đề phụ lục", 14, "b", "center"),
    "KemTheo": Style("Kèm theo văn bản", 14, "i", "center", after=160),
    "SoTrang": Style("Số trang", 14, "", "center"),
    "TieuDePhieu": Style("Tiêu đề phiếu", 14, "b", "center"),
    "PhuPhieu": Style("Phụ đề phiếu", 13, "i", "center", after=60),
    "DongPhieu": Style("Dòng phiếu", 13, "", "both", after=80),
    "MucPhieu": Style("Mục phiếu", 13, "b", "left", before=160, after=80, keep=True),
    "TrangNguoiKy": Style("Trang người ký", 13, "b", "left", after=80, keep=True, page=True),
}
CELLS = 'w:tblCellMar><w:left w:w="{m}" w:type="dxa"/><w:right w:w="{m}" w:type="dxa"/></w:tblCellMar'
EDGES = "".join(
    f'<w:{e} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for e in ("top", "left", "bottom", "right", "insideH", "insideV")
)


# Paragraphs in the cells of tables, of which a nation's week has tens of thousands: the style says all of them but the font.
OF_CELLS = frozenset({"ChuBang", "GiuaBang", "SoBang", "TrongBang"})


def p(style: str, *texts: str, mark: str = "") -> str:
    """A paragraph; each text is a run; ``mark`` is a footnote sign after them."""
    look = STYLES[style]
    direct = "" if style in OF_CELLS else f"{look.paragraph()}{look.character()}"
    runs = "".join(f'<w:r>{look.character()}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' for text in texts)
    if mark:
        runs += f'<w:r>{look.character(RAISED)}<w:t xml:space="preserve">{escape(mark)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{runs}</w:p>'


def tag(text: str) -> str:
    """A paragraph that holds a tag of the template and leaves nothing behind."""
    return p("Normal", f"{{%p {text} %}}")


def each(loop: str, *paragraphs: str) -> str:
    """Paragraphs for each element of a list."""
    return tag(f"for {loop}") + "".join(paragraphs) + tag("endfor")


def tc(width: int, *paragraphs: str, span: int = 1, align: str = "center") -> str:
    """A cell."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{wide}<w:vAlign w:val="{align}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def tr(*cells: str, header: bool = False) -> str:
    """A row that is never broken over two pages."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def control(text: str, columns: int, width: int) -> str:
    """A row that holds a tag of the template and leaves nothing behind."""
    return tr(tc(width, p("ChuBang", f"{{%tr {text} %}}"), span=columns))


def table(grid: list[int], *rows: str, width: int, borders: bool = True) -> str:
    """A table of figures, or a borderless one that only places blocks."""
    style = '<w:tblStyle w:val="BangSoLieu"/>' if borders else ""
    edges = f"<w:tblBorders>{EDGES}</w:tblBorders>" if borders else ""
    margins = f"<{CELLS.format(m=57 if borders else 0)}>"
    properties = (
        f'{style}<w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>{edges}<w:tblLayout w:type="fixed"/>{margins}'
    )
    columns = "".join(f'<w:gridCol w:w="{w}"/>' for w in grid)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def section(page: tuple[int, int, int, int, int, int]) -> str:
    """A section: its page, and its page numbers from 1, not shown on the first."""
    width, height, top, right, bottom, left = page
    turned = ' w:orient="landscape"' if width > height else ""
    margins = {"top": top, "right": right, "bottom": bottom, "left": left, "header": 567, "footer": 567, "gutter": 0}
    margin = " ".join(f'w:{side}="{size}"' for side, size in margins.items())
    headers = '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    size = f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar {margin}/>'
    return f'<w:sectPr>{headers}{size}<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'


def section_end(page: tuple[int, int, int, int, int, int]) -> str:
    """The paragraph that ends a section; what follows begins a new page with page numbers of its own."""
    return p("NoiNhan").replace("</w:rPr></w:pPr>", f"</w:rPr>{section(page)}</w:pPr>")


def document(body: str, page: tuple[int, int, int, int, int, int]) -> str:
    """The main part."""
    return f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section(page)}</w:body></w:document>'


def styles() -> str:
    """The part of styles: the font everywhere, no theme fonts."""
    normal = STYLES["Normal"].character('<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>')
    made = [f"<w:docDefaults><w:rPrDefault>{normal}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"]
    for key, style in STYLES.items():
        based = ' w:default="1"' if key == "Normal" else ' w:customStyle="1"'
        parent = "" if key == "Normal" else '<w:basedOn w:val="Normal"/>'
        made.append(
            f'<w:style w:type="paragraph"{based} w:styleId="{key}"><w:name w:val="{style.name}"/>{parent}<w:qFormat/>'
            f"<w:pPr>{style.paragraph()}</w:pPr>{style.character()}</w:style>"
        )
    made.append(
        '<w:style w:type="character" w:default="1" w:styleId="ChuMacDinh"><w:name w:val="Default Paragraph Font"/></w:style>'
    )
    made.append(
        '<w:style w:type="table" w:default="1" w:styleId="BangThuong"><w:name w:val="Normal Table"/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><{CELLS.format(m=108)}></w:tblPr></w:style>'
    )
    figures = '<w:name w:val="Bảng số liệu"/><w:basedOn w:val="BangThuong"/>'
    figures += f"<w:tblPr><w:tblBorders>{EDGES}</w:tblBorders><{CELLS.format(m=57)}></w:tblPr>"
    made.append(f'<w:style w:type="table" w:customStyle="1" w:styleId="BangSoLieu">{figures}</w:style>')
    return f'{HEAD}<w:styles xmlns:w="{W}">{"".join(made)}</w:styles>'


def header(*, numbered: bool) -> str:
    """The header: the page's number in the middle, nothing on page 1."""
    look = STYLES["SoTrang"].character()
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    parts += ("<w:t>2</w:t>", '<w:fldChar w:fldCharType="end"/>')
    runs = "".join(f"<w:r>{look}{part}</w:r>" for part in parts) if numbered else ""
    return f'{HEAD}<w:hdr xmlns:w="{W}">{p("SoTrang").replace("</w:p>", runs + "</w:p>")}</w:hdr>'


def theme() -> str:
    """python-docx's theme with the one font."""
    with zipfile.ZipFile(Path(docx.__file__).parent / "templates" / "default.docx") as archive:
        text = archive.read("word/theme/theme1.xml").decode()
    text = re.sub(r"<a:font [^>]*/>", "", text)
    return re.sub(r'(<a:(?:latin|ea|cs) typeface=")[^"]*"', rf'\1{FONT}"', text)


# The parts that the document refers to, in the order of their rId: kind of relationship, part.
LINKED = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("header", "header1"),
    ("header", "header2"),
    ("theme", "theme/theme1"),
    ("fontTable", "fontTable"),
)
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def content_types() -> str:
    """What kind each part is."""
    words = {"document": "document.main"} | {part: kind for kind, part in LINKED if kind != "theme"}
    kinds = {f"word/{part}": f"{OFFICE}.wordprocessingml.{kind}+xml" for part, kind in words.items()}
    kinds |= {"word/theme/theme1": f"{OFFICE}.theme+xml"}
    kinds |= {"docProps/core": "application/vnd.openxmlformats-package.core-properties+xml"}
    types = '<Default Extension="xml" ContentType="application/xml"/>'
    types += '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types += "".join(f'<Override PartName="/{part}.xml" ContentType="{kind}"/>' for part, kind in kinds.items())
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{types}</Types>'


def relations(*pairs: tuple[str, str]) -> str:
    """Which part refers to which: kind of relationship, target."""
    made = "".join(f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(pairs, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def package(body: str, page: tuple[int, int, int, int, int, int]) -> dict[str, str]:
    """The parts of a Word file by name."""
    core = f"{PACKAGE}/metadata/core-properties"
    font = f'<w:font w:name="{FONT}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    main = (f"{R}/officeDocument", "word/document.xml")
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(main, (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")),
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/"/>',
        "word/_rels/document.xml.rels": relations(*((f"{R}/{kind}", f"{part}.xml") for kind, part in LINKED)),
        "word/document.xml": document(body, page),
        "word/styles.xml": styles(),
        "word/settings.xml": f'{HEAD}<w:settings xmlns:w="{W}">{SETTINGS}</w:settings>',
        "word/header1.xml": header(numbered=True),
        "word/header2.xml": header(numbered=False),
        "word/fontTable.xml": f'{HEAD}<w:fonts xmlns:w="{W}">{font}</w:fonts>',
        "word/theme/theme1.xml": theme(),
    }
