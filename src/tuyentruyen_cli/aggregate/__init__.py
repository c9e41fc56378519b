"""Totals with coverage and sources. The only place that knows pandas. Called by pipeline."""
