"""A sheet's rows hold every cell of it, in whatever order its reader gave them."""

from hypothesis import given
from hypothesis import strategies as st

from tuyentruyen_cli.extract.grid import Grid
from tuyentruyen_cli.model.sheet import Cell, CellKind, Sheet

PLACES = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), unique=True, max_size=8)


@given(PLACES, st.booleans())
def test_no_cell_is_lost(places: list[tuple[int, int]], turned: bool) -> None:
    cells = tuple(Cell(row, column, CellKind.NUMBER, number, str(number)) for number, (row, column) in enumerate(places))
    grid = Grid(Sheet("a.xlsx", "S", cells), turned)
    assert {grid.at(*(reversed(place) if turned else place)) for place in places} == set(cells)
    assert sum(map(len, grid.filled.values())) == len(cells)
