"""Composes the stages: the only package that knows more than one of them. It owns the pool of workers.

Called by ``cli``. ``week`` aggregates a folder, ``single`` validates files, ``documents`` renders what is remembered.
"""
