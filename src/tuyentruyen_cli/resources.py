"""Where templates and sample data lie: in the checkout, or inside the installed package."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``templates`` or ``sample_data``. The checkout comes first, so that an edit there shows at once."""
    checkout = PACKAGE.parent.parent / name
    if (PACKAGE.parent.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    return PACKAGE / "_data" / name


def template(kind: str) -> Path:
    """The folder of a shipped kind of report."""
    return folder("templates") / kind
