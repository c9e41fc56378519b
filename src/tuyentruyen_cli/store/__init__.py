"""What a campaign remembers: the log, the originals, the cache. Called by pipeline."""
