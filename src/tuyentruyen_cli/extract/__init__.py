"""Finds the table, the unit, the week and the figures in sheets. Called by pipeline in worker processes."""
