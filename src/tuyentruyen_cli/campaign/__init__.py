"""Reads and checks a campaign's files. Called by pipeline.

``place`` finds campaigns and names weeks by their folders; ``loading`` makes a ``Campaign`` of a folder, with every fault at
once; ``schema_file`` reads a report schema; ``starting`` lays down a new campaign. ``place`` and ``starting`` are light; the
others load pydantic, so import them where they are used.
"""
