"""A synthetic nation of messy weekly submissions whose truth is known: the rehearsal's generator, writers and score.

Written from reading.md alone, against the reader of the tool: nothing here imports ``tuyentruyen_cli``, and the truth comes
from the numbers that were drawn, never from a file that was read back.
"""
