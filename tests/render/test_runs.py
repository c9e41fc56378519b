"""Sets of units as the account of a document's figures writes them."""

import pytest

from tuyentruyen_cli.render.runs import in_runs, of_runs


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([4], "4"), ([0, 1, 2, 5], "0-2 5"), ([7, 3, 4, 9, 8], "3-4 7-9"), (range(3321), "0-3320")]
)
def test_what_is_written_is_read_again(numbers: list[int], text: str) -> None:
    assert in_runs(numbers) == text
    assert list(of_runs(text, 3321)) == sorted(numbers)


@pytest.mark.parametrize("text", ["3", "0-3", "0-99999999999", "x", "-1"])
def test_what_a_hand_made_of_it_is_refused(text: str) -> None:
    """Three units: a number of a unit that there is not, or no number, is no account of anything."""
    with pytest.raises(ValueError, match=r".+"):
        list(of_runs(text, 3))
