"""A campaign comes back from its snapshot as it was loaded, and never after something that it is made of has changed."""

import json
import shutil
from pathlib import Path

import pytest

from tuyentruyen_cli import resources
from tuyentruyen_cli.campaign import snapshot as module
from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.campaign.snapshot import restored, snapshot

OWN = 'extends = "bao-cao-tuan"\n[measures.households]\ntitle = "Số hộ"\nkind = "count"\ncounting_words = ["hộ"]\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("tuyentruyen.toml", "units.csv"):
        shutil.copyfile(resources.folder("sample_data") / "tam-duong-2021" / name, tmp_path / name)
    return tmp_path


def own_schema(root: Path, text: str = OWN) -> None:
    (root / "own.toml").write_text(text, encoding="utf-8")
    toml = root / "tuyentruyen.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"bao-cao-tuan"', '"own.toml"'), encoding="utf-8")


def kept(root: Path) -> bytes:
    data = snapshot(load(root), root)
    assert data is not None
    return data


def test_it_comes_back_whole(root: Path) -> None:
    assert restored(kept(root), root) == load(root)


def test_with_a_schema_of_its_own_shifts_and_extensions_too(root: Path) -> None:
    own_schema(root)
    with (root / "tuyentruyen.toml").open("a", encoding="utf-8") as toml:
        toml.write('[[deadline.shifts]]\nweek = "2021-W06"\ndue = 2021-02-10T16:00:00\nreason = "Tết"\n')
        toml.write(
            '[[deadline.extensions]]\nunit = "khun-ha"\nweek = "2021-W06"\ndue = 2021-02-12T16:00:00\nreason = "Mất điện"\n'
        )
    campaign = load(root)
    assert campaign.calendar.shifts
    assert campaign.calendar.extensions
    assert campaign.schema.measure("households")
    assert restored(kept(root), root) == campaign


@pytest.mark.parametrize("name", ["tuyentruyen.toml", "units.csv", "own.toml"])
def test_a_changed_file_makes_it_worthless(root: Path, name: str) -> None:
    own_schema(root)
    data = kept(root)
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert restored(data, root) is None


def test_another_version_of_the_program_makes_it_worthless(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = kept(root)
    monkeypatch.setattr(module, "__version__", "99")
    assert restored(data, root) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b"\xff"])
def test_what_is_no_snapshot_is_none(root: Path, damage: bytes) -> None:
    assert restored(damage, root) is None


def test_one_that_was_changed_is_none(root: Path) -> None:
    seal, campaign = json.loads(kept(root))
    for changed in ([seal, campaign[:-1]], [seal, ["Khác", *campaign[1:]]], [seal, campaign, 1], campaign):
        assert restored(json.dumps(changed, ensure_ascii=False, separators=(",", ":")).encode(), root) is None
    assert restored(json.dumps([seal, campaign], ensure_ascii=False, separators=(",", ":")).encode(), root) == load(root)
