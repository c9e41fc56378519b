"""The sheets that are lists: files received, findings, decisions."""

from collections.abc import Mapping, Sequence
from typing import Any

from tuyentruyen_cli.render.originals import Originals
from tuyentruyen_cli.render.workbook.book import Paper

FILES, FINDINGS, DECISIONS = "Tệp đã nhận", "Cần xem", "Quyết định"
HEAD = 2


def write_files(paper: Paper, files: Sequence[Mapping[str, str]], originals: Originals) -> None:
    """Each file that came, what became of it, and its hash; its name opens the kept original."""
    columns = {"unit": "Đơn vị", "received": "Nhận lúc", "sent": "So với hạn", "evidence": "Căn cứ", "outcome": "Kết quả"}
    paper.widths(6, 44, 30, 22, 12, 18, 22, 68)
    paper.text(0, 0, "TỆP ĐÃ NHẬN", "title")
    paper.head(HEAD, ["STT", "Tệp", *columns.values(), "SHA-256"])
    for row, file in enumerate(files, HEAD + 1):
        paper.number(row, 0, row - HEAD)
        paper.link(row, 1, originals.path(file["file"]), file["file"])
        for column, name in enumerate((*columns, "sha256"), 2):
            paper.text(row, column, file[name])
    paper.finish(HEAD, HEAD + len(files), len(columns) + 3, frozen=2)
    paper.raw.print_area(0, 0, HEAD + len(files), len(columns) + 1)  # a hash is for comparing on the screen


def write_findings(paper: Paper, findings: Sequence[Mapping[str, Any]], originals: Originals) -> None:
    """What was found, each with its file, sheet and cell; the file's name opens the kept original there."""
    columns = {"severity": "Mức", "unit": "Đơn vị"}
    words = {
        "place": "Trang, ô", "message": "Vấn đề", "also": "Các ô khác và lỗi kéo theo", "hint": "Cách xử lý",
        "owner": "Người xử lý", "rule": "Mã quy tắc",
    }  # fmt: skip
    paper.widths(6, 10, 20, 24, 14, 44, 24, 40, 18, 18)
    paper.text(0, 0, "NHỮNG ĐIỂM CẦN XEM", "title")
    paper.head(HEAD, ["STT", *columns.values(), "Tệp", *words.values()])
    for row, finding in enumerate(findings, HEAD + 1):
        paper.number(row, 0, row - HEAD)
        for column, name in enumerate(columns, 1):
            paper.text(row, column, finding[name])
        paper.link(row, 3, originals.cell(finding["location"]), finding["file"])
        for column, name in enumerate(words, 4):
            paper.text(row, column, finding[name])
    paper.finish(HEAD, HEAD + len(findings), 4 + len(words), frozen=3)


def write_decisions(paper: Paper, decisions: Sequence[Mapping[str, str]]) -> None:
    """What people decided."""
    columns = {
        "kind": "Quyết định", "unit": "Đơn vị", "measure": "Chỉ tiêu", "place": "Chỗ", "value": "Giá trị chốt",
        "reason": "Lý do", "who": "Người chốt", "at": "Lúc", "id": "Mã",
    }  # fmt: skip
    paper.widths(6, 18, 22, 16, 26, 18, 26, 18, 17, 12)
    paper.text(0, 0, "QUYẾT ĐỊNH CỦA NGƯỜI PHỤ TRÁCH", "title")
    paper.head(HEAD, ["STT", *columns.values()])
    for row, decision in enumerate(decisions, HEAD + 1):
        paper.number(row, 0, row - HEAD)
        for column, name in enumerate(columns, 1):
            paper.text(row, column, decision[name])
    if not decisions:
        paper.text(HEAD + 1, 0, "Chưa có quyết định nào.", "plain")
    paper.finish(HEAD, HEAD + len(decisions), len(columns) + 1)
