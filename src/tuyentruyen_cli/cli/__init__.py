"""Commands, exit codes, and what is shown on the screen. Nothing heavy is imported before a command needs it."""
