"""Marks in the folders of a week that both who puts files there and who reads them know."""

WEEK_UNCLEAR = "chua-ro-tuan"
"""The folder, inside that of the week in which they came, of files of which nothing says the week: they wait for a person."""
