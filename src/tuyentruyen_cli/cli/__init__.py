"""Commands, exit codes, and where files are written."""
