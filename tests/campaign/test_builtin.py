"""Without a campaign the shipped schema holds, and is at hand without what reads it."""

import subprocess
import sys

import pytest

from tuyentruyen_cli.campaign import builtin as module
from tuyentruyen_cli.campaign.builtin import builtin, kept_schema
from tuyentruyen_cli.campaign.defaults import DEFAULT_SCHEMA
from tuyentruyen_cli.campaign.schema_file import load_schema


def test_what_is_kept_is_what_the_file_says() -> None:
    """`make docs` keeps it anew."""
    assert kept_schema() == load_schema(DEFAULT_SCHEMA)
    assert builtin(2021).schema == load_schema(DEFAULT_SCHEMA)


@pytest.mark.parametrize("found", ['{"source": "another", "schema": []}', "[", "", "{}"])
def test_what_was_kept_of_another_file_does_not_hold(
    found: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("kept") / "schema.json"
    other.write_text(found, encoding="utf-8")
    monkeypatch.setattr(module, "KEPT", other)
    assert kept_schema() is None
    assert builtin(2021).schema == load_schema(DEFAULT_SCHEMA)


def test_it_needs_no_pydantic() -> None:
    code = (
        "import sys; from tuyentruyen_cli.campaign.builtin import builtin; builtin(2021); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run((sys.executable, "-c", code), check=False, timeout=60).returncode == 0
