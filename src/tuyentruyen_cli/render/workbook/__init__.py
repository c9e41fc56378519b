"""The workbook of a week, which stays in the office: totals as live formulas over the rows of files that they come from.

``pipeline`` calls ``render_workbook``.
"""
