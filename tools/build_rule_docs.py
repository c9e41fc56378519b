"""Writes docs/rules from the catalogue: a page for each rule, and a list of all. A test compares them with what this makes."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tuyentruyen_cli.model.finding import Severity
from tuyentruyen_cli.render.catalogue import RulePage, rule_page, rule_pages
from tuyentruyen_cli.texts import LANGUAGES, say

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
LIST = "README.md"
TITLE = "Quy tắc kiểm tra / Rules"
INTRO = """\
Chương trình kiểm tra từng ô, từng bảng, từng tệp và cả tuần theo các quy tắc dưới đây. Xem một quy tắc ngay trên máy:
`tuyentruyen rules fraction-in-count`. Chỗ ghi trong ‹…› được thay bằng nội dung của tệp.

What is checked in cells, tables, files and a whole week. On a machine: `tuyentruyen rules fraction-in-count --lang en`.
What stands in ‹…› is filled in from the file.
"""
MARKUP = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|"})


def pages() -> Mapping[str, str]:
    """Every page by the name of its file."""
    slugs = [page.id for page in rule_pages(LANGUAGES[0])]
    return {LIST: _text(_list()), **{f"{slug}.md": _text(_page(slug)) for slug in slugs}}


def _text(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _plain(text: str) -> str:
    """Text as text: nothing in it is markup."""
    return text.translate(MARKUP)


def _list() -> Iterator[str]:
    yield f"# {TITLE}"
    yield ""
    yield INTRO
    both = [dict(zip(LANGUAGES, (rule_page(page.id, lang) for lang in LANGUAGES), strict=True)) for page in rule_pages("vi")]
    for severity in Severity:
        mine = [of for of in both if of["vi"].severity is severity]
        yield f"## {say(f'catalogue.{severity.value}', 'vi')} / {say(f'catalogue.{severity.value}', 'en')}"
        yield ""
        for lang in LANGUAGES:
            yield _plain(say(f"catalogue.about-{severity.value}", lang)) + "."
            yield ""
        yield "| | Tiếng Việt | English |"
        yield "|---|---|---|"
        for of in mine:
            slug = of["vi"].id
            yield f"| [{slug}]({slug}.md) | {_plain(of['vi'].title)} | {_plain(of['en'].title)} |"
        yield ""


def _page(slug: str) -> Iterator[str]:
    yield f"# {slug}"
    for number, lang in enumerate(LANGUAGES):
        yield ""
        if number:
            yield "---"
            yield ""
        yield from _in_language(rule_page(slug, lang), lang)
    yield ""
    yield f"[{TITLE}]({LIST})"


def _in_language(page: RulePage, lang: str) -> Iterator[str]:
    yield f"**{say(f'catalogue.{page.severity.value}', lang)}: {_plain(page.title)}**"
    for case in page.cases:
        yield ""
        yield f"> {_plain(case.found)}"
        yield ">"
        yield f"> → {_plain(case.remedy)}"
    yield ""
    yield f"{say('catalogue.why', lang)}: {_plain(page.why)}"
    yield ""
    wrong, right = ("as-sent", "better") if page.severity is Severity.NOTE else ("wrong", "right")
    yield f"| {say(f'catalogue.{wrong}', lang)} | {say(f'catalogue.{right}', lang)} |"
    yield "|---|---|"
    yield f"| {_plain(page.wrong)} | {_plain(page.right)} |"
    if page.closed_by:
        yield ""
        yield say("catalogue.closed-by", lang) + ":"
        yield ""
        for kind, effect in page.closed_by:
            yield f"- `{kind}`: {_plain(effect)}"


def main() -> None:
    """Write the pages, and remove those of rules that are gone."""
    made = pages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    print(f"{len(made)} pages in {FOLDER}")


if __name__ == "__main__":
    main()
