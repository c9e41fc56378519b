"""Rules over submissions, from one file to a whole week. Called by pipeline."""
