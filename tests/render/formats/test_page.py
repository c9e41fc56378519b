"""The page: one file that asks nothing of anyone, opened in a real browser."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tuyentruyen_cli import resources
from tuyentruyen_cli.model.finding import Finding
from tuyentruyen_cli.model.report import Report
from tuyentruyen_cli.render.faults import NotInDocument, TemplateBroken
from tuyentruyen_cli.render.html import render_page
from tuyentruyen_cli.render.originals import Originals

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed here: the page is not opened")
TEMPLATE = resources.template("bao-cao-tuan")
ADDRESS = re.compile(r"""(?:src|href|action|poster|data|srcset|xlink:href)\s*=\s*["']?([^"'\s>]+)""")
Build = Callable[..., Report]


def explained(finding: Finding) -> tuple[str, str]:
    return f"Vấn đề {finding.rule}", "Cách xử lý"


def parsed(page: bytes) -> Any:
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def texts(elements: Any) -> list[str]:
    return [" ".join("".join(e.itertext()).split()) for e in elements]


@pytest.fixture(scope="session")
def page(sample: Any) -> bytes:
    """The page of the sample week, as it was rendered."""
    return bytes(sample.file("html").read_bytes())


def test_nothing_is_asked_of_any_network(page: bytes, sample: Any) -> None:
    text = page.decode()
    for address in ADDRESS.findall(text):
        if not address.startswith("#"):
            assert (sample.folder / address.replace("%20", " ")).resolve().is_file(), address
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|https?:", style)
    assert not re.search(r"fetch|XMLHttpRequest|import\(|WebSocket|sendBeacon|https?:", text.partition("<script>")[2])
    assert not {"img", "link", "iframe", "object", "embed", "video", "audio"} & {e.tag for e in parsed(page).iter()}


def test_the_policy_names_the_style_and_the_script_that_stand_in_the_page(page: bytes) -> None:
    text = page.decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    for name in ("style", "script"):
        inside = text.partition(f"<{name}>")[2].partition(f"</{name}>")[0]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]
    assert " style=" not in text
    assert not re.search(r"\son\w+=", text)


def test_the_page_says_its_language_and_its_parts(page: bytes) -> None:
    body = parsed(page)
    assert body.get("lang") == "vi"
    assert texts(body.iter("h1")) == ["Số liệu tổng hợp tuần 05"]
    assert texts(body.iter("h2")) == [
        "Tổng hợp", "Theo đơn vị", "Theo kênh", "Theo chủ đề", "Biểu đồ", "Cần xem", "Quyết định của người phụ trách", "Tệp đã nhận",
    ]  # fmt: skip
    ids = [e.get("id") for e in body.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {e.get("href")[1:] for e in body.iter("a") if e.get("href").startswith("#")} <= set(ids)
    assert all(e.get("scope") for e in body.iter("th"))


def test_every_figure_opens_the_cells_behind_it(page: bytes, sample: Any) -> None:
    (row,) = parsed(page).xpath("//tr[th[normalize-space()='Xã Bản Hon']]")
    items, _, broadcasts, _ = row.xpath(".//details")
    assert texts(items.xpath("summary")) == ["20"]
    assert texts(items.xpath(".//li")) == [
        "Sheet1 C11 10 Trạm truyền thanh cơ sở",
        "Sheet1 C12 3 Loa kéo, loa di động, xe lưu động",
        "Sheet1 C13 7 Loa thôn, bản, tổ dân phố",
    ]
    assert texts(broadcasts.xpath(".//li"))[1].startswith("Sheet1 E12 chưa rõ 20-30 lượt")
    assert "(chưa tính)" in texts(broadcasts.xpath(".//li"))[0]
    assert "ô E12" in texts(broadcasts.xpath(".//p"))[0]
    figures = [c for c in parsed(page).xpath("//table[@id='bang-don-vi']/tbody//td[@class='number']") if c.get("data-value")]
    assert len(figures) > 45
    assert all(cell.xpath("details//li") for cell in figures)
    assert len(sample.report.units) == 14


def test_a_total_opens_its_units_and_names_who_is_out(page: bytes) -> None:
    (total,) = parsed(page).xpath("//article[h3='Thời lượng (phút)']")
    assert texts(total.xpath("p")) == ["896,5", "Số liệu của 12/14 đơn vị"]
    assert any("Xã Giang Ma: số liệu chưa rõ tại giangma_tuan5.csv, ô D8" in line for line in texts(total.xpath("ul/li")))
    assert len(total.xpath("details//li/a")) == 12


def test_charts_have_words_for_who_cannot_see_them(page: bytes) -> None:
    charts = parsed(page).xpath("//svg")
    assert len(charts) == 8
    for chart in charts:
        assert chart.get("role") == "img"
        labels = [parsed(page).xpath(f"//*[@id='{name}']") for name in chart.get("aria-labelledby").split()]
        assert all(len(found) == 1 for found in labels)
    assert texts(charts[0].xpath("./desc"))[0].startswith("Biểu đồ thanh: Tin, bài theo đơn vị. Đài Truyền thanh")


def test_findings_stand_with_their_addresses_and_open_their_files(page: bytes) -> None:
    rows = parsed(page).xpath("//table[@id='bang-can-xem']/tbody/tr")
    first = next(row for row in rows if "Sheet1!F11" in texts([row])[0])
    assert first.get("data-state") == "error"
    assert first.xpath(".//a/@href")[0].startswith("../../store/originals/")
    assert "fraction-in-count" in texts([first])[0]


HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}" onclick="x'


def test_what_a_unit_wrote_never_becomes_markup(of_units: Build) -> None:
    report = of_units([HOSTILE], file="{unit}<b>.xlsx", typed=HOSTILE)
    page = render_page(
        report, TEMPLATE, lambda _: (HOSTILE, HOSTILE), Originals({"xa-1<b>.xlsx": Path("/s/a.xlsx")}, Path("/r/w"))
    )
    assert len(parsed(page).xpath("//script")) == 1
    assert not parsed(page).xpath("//img | //*[@onclick]")
    assert parsed(page).xpath("//tr[@id='dv-1']/th")[0].text == HOSTILE


def test_a_page_whose_template_leaves_a_figure_out_is_not_written(of_units: Build, tmp_path: Path) -> None:
    shutil.copytree(TEMPLATE, tmp_path / "mẫu")
    template = tmp_path / "mẫu" / "page.html.j2"
    shorter = template.read_text(encoding="utf-8").replace("for cell in row.cells %", "for cell in row.cells[1:] %", 1)
    template.write_text(shorter, encoding="utf-8")
    with pytest.raises(NotInDocument):
        render_page(of_units(["Xã A"]), tmp_path / "mẫu", explained, Originals())


@pytest.mark.parametrize("tag", ["{{ khong_co }}", "{{ ''.__class__.__mro__ }}", "{% for x in %}"])
def test_an_offices_own_template_that_is_wrong_or_hostile_is_named(tag: str, of_units: Build, tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text(f"<p>{tag}</p>", encoding="utf-8")
    with pytest.raises(TemplateBroken) as caught:
        render_page(of_units(["Xã A"]), tmp_path, explained, Originals())
    assert caught.value.arguments["file"] == tmp_path / "page.html.j2"


# In a browser.

PROBE = """
const report = document.createElement("pre");
report.id = "probe";
const said = [];
const names = () => [...document.querySelectorAll("#bang-don-vi tbody tr:not([hidden]) th")].map(e => e.textContent);
const table = document.getElementById("bang-don-vi");
const button = column => table.tHead.rows[0].cells[column].querySelector("button");
said.push(["buttons", document.querySelectorAll("thead button").length, document.querySelectorAll("thead th").length]);
const box = table.closest(".scroll");
said.push(["whole", box.scrollWidth <= box.clientWidth]);
button(3).click();
said.push(["up", table.tHead.rows[0].cells[3].getAttribute("aria-sort"), ...names()]);
button(3).click();
said.push(["down", table.tHead.rows[0].cells[3].getAttribute("aria-sort"), ...names()]);
button(1).click();
said.push(["by name", table.querySelectorAll("[aria-sort]").length, ...names()]);
const form = document.querySelector("form.filter");
const search = form.querySelector("input"), choice = form.querySelector("select");
search.value = "ban hon";
search.dispatchEvent(new Event("input", {bubbles: true}));
said.push(["search", form.querySelector("output").value, ...names()]);
search.value = "";
choice.value = "muon";
choice.dispatchEvent(new Event("input", {bubbles: true}));
said.push(["late", form.querySelector("output").value, ...names()]);
location.hash = "dv-1";
setTimeout(() => {
  said.push(["after a link", names().length]);
  const summary = document.querySelector("#dv-1 summary");
  summary.click();
  said.push(["opened", document.querySelector("#dv-1 details").open, document.querySelectorAll("#dv-1 details[open] li").length]);
  const findings = document.querySelectorAll("form.filter")[1];
  findings.querySelector("select").value = "error";
  findings.dispatchEvent(new Event("input", {bubbles: true}));
  said.push(["errors", document.querySelectorAll("#bang-can-xem tbody tr:not([hidden])").length]);
  said.push(["wide", document.documentElement.scrollWidth <= document.documentElement.clientWidth]);
  said.push(["requests", performance.getEntriesByType("resource").length]);
  report.textContent = JSON.stringify(said);
  document.body.append(report);
}, 50);
"""


@dataclass(frozen=True)
class Seen:
    """What a browser made of a page: the document at the end, and what it logged."""

    dom: str
    log: str


@pytest.fixture(scope="session")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Seen]:
    """Opens a file in headless Chromium, without any network that could answer."""
    profile = tmp_path_factory.mktemp("chromium")

    def run(path: Path, *options: str) -> Seen:
        command = (
            str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--no-first-run",
            "--disable-background-networking", "--enable-logging=stderr", "--virtual-time-budget=4000", "--dump-dom", *options,
        )  # fmt: skip
        done = subprocess.run((*command, path.as_uri()), capture_output=True, check=False, timeout=180)
        return Seen(done.stdout.decode(), "\n".join(x for x in done.stderr.decode().splitlines() if "CONSOLE" in x))

    return run


def probed(page: bytes, folder: Path) -> Path:
    """A copy with a script that uses the page as a person would; its policy is widened by that script alone."""
    digest = base64.b64encode(hashlib.sha256(PROBE.encode()).digest()).decode()
    text = page.decode().replace("script-src '", f"script-src 'sha256-{digest}' '", 1)
    path = folder / "trang.html"
    path.write_text(text.replace("</body>", f"<script>{PROBE}</script></body>"), encoding="utf-8")
    return path


@needs_chromium
def test_in_a_browser_the_page_sorts_searches_and_opens(page: bytes, browse: Any, tmp_path: Path) -> None:
    seen = browse(probed(page, tmp_path), "--window-size=1280,900")
    assert seen.log == ""
    probe = re.search(r'<pre id="probe">(.*?)</pre>', seen.dom, re.DOTALL)
    assert probe is not None, seen.dom[-500:]
    said = {name: rest for name, *rest in json.loads(probe[1].replace("&amp;", "&"))}
    assert said["buttons"][0] == said["buttons"][1]
    assert said["whole"] == [True]  # the table of units with its files, without scrolling
    assert said["up"][:3] == ["ascending", "Xã Sơn Bình", "Xã Khun Há"]
    assert said["up"][-1].startswith("Đài Truyền thanh")
    assert said["down"][:2] == ["descending", "Đài Truyền thanh - Truyền hình huyện Tam Đường"]
    assert said["by name"][:3] == [1, "Đài Truyền thanh - Truyền hình huyện Tam Đường", "Thị trấn Tam Đường"]
    assert said["search"] == ["Đang hiện 1/14 dòng", "Xã Bản Hon"]
    assert said["late"] == ["Đang hiện 1/14 dòng", "Xã Nà Tăm"]
    assert said["after a link"] == [14]
    assert said["opened"] == [True, 4]
    assert said["errors"] == [3]
    assert said["wide"] == [True]
    assert said["requests"] == [0]


@needs_chromium
def test_on_a_narrow_screen_nothing_runs_over_the_side(page: bytes, browse: Any, tmp_path: Path) -> None:
    seen = browse(probed(page, tmp_path), "--window-size=500,900")
    assert '["wide",true]' in seen.dom
    assert seen.log == ""


@needs_chromium
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed here: nothing reads what is printed")
def test_on_paper_every_page_of_a_table_has_its_heading(of_units: Build, browse: Any, tmp_path: Path) -> None:
    (tmp_path / "trang.html").write_bytes(
        render_page(of_units([f"Xã Mường Số {i}" for i in range(1, 171)]), TEMPLATE, explained, Originals())
    )
    browse(tmp_path / "trang.html", f"--print-to-pdf={tmp_path / 'in.pdf'}", "--no-pdf-header-footer")
    said = subprocess.run(("pdftotext", "-layout", tmp_path / "in.pdf", "-"), check=True, capture_output=True).stdout.decode()
    pages = [page for page in said.split("\f") if page.count("Xã Mường Số") > 5 and "đúng hạn" in page]
    assert len(pages) >= 4
    for page in pages:
        assert re.search(r"STT\s+Đơn vị\s+Gửi\s+Tin, bài", page), page[:300]
        assert "Tìm đơn vị" not in page


@needs_chromium
def test_without_scripts_everything_is_there_to_read(page: bytes, browse: Any, tmp_path: Path) -> None:
    path = tmp_path / "trang.html"
    path.write_bytes(re.sub(rb"<script>.*?</script>", b"", page, flags=re.DOTALL))
    seen = browse(path)
    assert "Xã Bản Hon" in seen.dom
    assert seen.dom.count('<form class="filter"') == seen.dom.count("hidden") - seen.dom.count("[hidden]") > 0


@needs_chromium
def test_a_script_that_is_not_the_pages_own_does_not_run(page: bytes, browse: Any, tmp_path: Path) -> None:
    path = tmp_path / "trang.html"
    path.write_bytes(page.replace(b"</body>", b"<script>document.title = 'x';</script></body>"))
    seen = browse(path)
    assert "<title>x</title>" not in seen.dom
    assert "Content Security Policy" in seen.log
