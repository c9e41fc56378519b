"""Gathers units' weekly submissions into totals that carry their sources, and an official report.

The layers, from top to bottom: ``cli``, ``pipeline``, the stages (``campaign``, ``read``, ``extract``,
``check``, ``aggregate``, ``store``, ``render``), ``vi``, ``model``, and ``errors``/``texts``/``resources``.
"""

__version__ = "0.1.0"
