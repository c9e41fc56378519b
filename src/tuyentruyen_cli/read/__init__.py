"""Turns a received file into sheets of cells with addresses, each format read by two engines where two exist. Called by pipeline in worker processes."""
