"""Reads and checks a campaign's files. Called by pipeline."""
