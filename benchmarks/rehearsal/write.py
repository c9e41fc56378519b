"""From a book to bytes, whatever the format; and files that no one can read."""

import random

from rehearsal.canvas import Book
from rehearsal.write_docx import to_docx
from rehearsal.write_ods import to_ods
from rehearsal.write_text import to_csv
from rehearsal.write_xlsx import to_xlsx


def book_bytes(book: Book, rng: random.Random) -> bytes:
    """The file's bytes; an .xls begins as .xlsx and is converted with all others at the end."""
    match book.form:
        case "xlsx" | "xls":
            return to_xlsx(book)
        case "ods":
            return to_ods(book)
        case "docx":
            return to_docx(book.pages[0], rng)
        case "csv" | "tsv":
            return to_csv(book.pages[0], rng, book.form)
    raise ValueError(book.form)


def scrap(rng: random.Random, data: bytes, form: str) -> tuple[str, bytes]:
    """An ending and bytes that cannot be read: cut off, empty, or of a kind that is not read."""
    kinds = [
        ("pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
        ("xlsx", b""),
        ("xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>"),
    ]
    if form in ("xlsx", "docx", "ods"):
        kinds += [(form, data[: len(data) * 2 // 3])] * 2
    return rng.choice(kinds)
