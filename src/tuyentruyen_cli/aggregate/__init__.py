"""Totals with coverage and sources. Called by pipeline."""
