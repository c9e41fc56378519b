"""Commands, exit codes, and what is shown on the screen. Nothing heavy is imported before a command needs it.

``main`` is what the script of the program calls. Spawned workers import that script again, so this module loads nothing.
"""


def main() -> None:
    """Run the program."""
    from tuyentruyen_cli.cli.main import main as run  # noqa: PLC0415 - not in a worker

    run()
