"""Writes reports from one view model. Called by pipeline."""
