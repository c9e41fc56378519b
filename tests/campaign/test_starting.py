"""A new campaign, and the sample one, laid down in a folder."""

from pathlib import Path

import pytest

from tuyentruyen_cli.campaign.loading import load
from tuyentruyen_cli.campaign.starting import write_new, write_sample
from tuyentruyen_cli.errors import CampaignError
from tuyentruyen_cli.resources import folder as resource_folder

SHARED = Path(__file__).parents[3] / "shared" / "samples"


def test_a_new_campaign_loads_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "Chiến dịch mới" / "2021"
    assert write_new(folder, 2021) == (folder / "tuyentruyen.toml", folder / "units.csv")
    campaign = load(folder)
    assert campaign.calendar.year == 2021
    assert campaign.registry
    assert [unit.id for unit in campaign.registry.units] == ["xa-mot", "xa-hai"]


def test_what_is_commented_out_works_when_it_is_used(tmp_path: Path) -> None:
    write_new(tmp_path, 2021)
    path = tmp_path / "tuyentruyen.toml"
    head, shifts, extensions = path.read_text(encoding="utf-8").partition("[deadline]")
    used = "\n".join(
        line.removeprefix("# ") if "=" in line or line.startswith("# [") else line for line in extensions.splitlines()
    )
    path.write_text(head + shifts + used, encoding="utf-8")
    campaign = load(tmp_path)
    calendar = campaign.calendar
    assert campaign.mailbox
    assert (campaign.mailbox.server.port, campaign.mailbox.folder) == (993, "INBOX")
    assert campaign.outbox
    assert (campaign.outbox.server.port, campaign.outbox.sender) == (465, "vhtt@example.gov.vn")
    assert [shift.period for shift in calendar.shifts] == ["2021-W06"]
    assert [extension.unit for extension in calendar.extensions] == ["xa-mot"]


@pytest.mark.parametrize("name", ["tuyentruyen.toml", "units.csv"])
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(CampaignError, match=r"campaign\.exists"):
        write_new(tmp_path, 2021)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(CampaignError, match=r"campaign\.not-a-folder"):
        write_new(tmp_path / "x", 2021)
    with pytest.raises(CampaignError, match=r"campaign\.cannot-create"):
        write_new(tmp_path / "x" / "y", 2021)


def test_the_sample_is_laid_down_whole(tmp_path: Path) -> None:
    source = resource_folder("sample_data") / "tam-duong-2021"
    written = write_sample(tmp_path / "mẫu")
    names = {path.relative_to(tmp_path / "mẫu").as_posix() for path in written}
    assert {"tuyentruyen.toml", "units.csv", "README.md", "week-05/received.csv", "week-06/received.csv"} <= names
    assert len([name for name in names if name.startswith("week-05/")]) == 16
    assert all((source / name).read_bytes() == (tmp_path / "mẫu" / name).read_bytes() for name in names)
    assert load(tmp_path / "mẫu").registry
    with pytest.raises(CampaignError, match=r"campaign\.exists"):
        write_sample(tmp_path / "mẫu")


def test_what_a_trial_left_in_the_sample_is_not_laid_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = tmp_path / "data" / "tam-duong-2021"
    for name in ("store/log.jsonl", "reports/2021-W05/bao-cao.docx", "week-05/store.xlsx"):
        (sample / name).parent.mkdir(parents=True, exist_ok=True)
        (sample / name).touch()
    monkeypatch.setattr("tuyentruyen_cli.campaign.starting.resource_folder", lambda _: tmp_path / "data")
    assert write_sample(tmp_path / "out") == (tmp_path / "out" / "week-05" / "store.xlsx",)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the samples lie beside this repository only where it is made")
def test_the_weeks_are_those_of_the_samples_byte_for_byte() -> None:
    ours = resource_folder("sample_data") / "tam-duong-2021"
    for week in ("week-05", "week-06"):
        names = sorted(path.name for path in (SHARED / week).iterdir())
        assert names == sorted(path.name for path in (ours / week).iterdir())
        assert all((SHARED / week / name).read_bytes() == (ours / week / name).read_bytes() for name in names)
