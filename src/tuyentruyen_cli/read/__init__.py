"""Turns a received file into sheets of cells with addresses.

Each format is read by two engines where two exist. Called by pipeline in worker processes."""
