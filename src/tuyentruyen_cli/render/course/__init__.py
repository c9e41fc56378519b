"""The report of several weeks (a month, a whole campaign): its view model, from which templates are filled.

``documents`` renders it; nothing outside of ``render`` calls the other modules.
"""
