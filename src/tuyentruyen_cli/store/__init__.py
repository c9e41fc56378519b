"""What a campaign remembers: the log, the originals, the cache. Called by pipeline.

``memory.open_store`` is the one door. The log and the originals cannot be made again and are plain files; the cache can, and is
one SQLite file. Everything lies in the campaign's ``store/``.
"""
