"""Vietnamese text, numbers, durations, dates and legacy encodings: each parser beside its formatter.

Pure functions from text and cells to values; every stage may call them. Imports nothing of the project but ``model``.
"""
