"""Finds the tables, the unit, the week and the figures in the sheets of one file.

Called by ``pipeline`` in worker processes. Nothing is picked where two answers are equally good: it is said and refused.
"""
