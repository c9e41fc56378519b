"""Commands, exit codes, and what is shown on the screen. Nothing heavy is imported before a command needs it.

``main`` is what the script of the program calls.
"""

import gc
import sys

# These read files, in a worker: it loads beside this process, which takes as long.
READING = {"aggregate", "inspect", "validate"}
HELP = {"-h", "--help"}


def main() -> None:
    """Run the program."""
    gc.disable()  # while it loads: see ``settle_memory``
    if READING.intersection(sys.argv[1:2]) and not HELP.intersection(sys.argv):
        from tuyentruyen_cli.pipeline.child import begin  # noqa: PLC0415 - no other command needs it

        begin()
    from tuyentruyen_cli.startup import load_quickly  # noqa: PLC0415 - after the worker was begun

    load_quickly()
    from tuyentruyen_cli.cli.main import main as run  # noqa: PLC0415
    from tuyentruyen_cli.pipeline.limits import settle_memory  # noqa: PLC0415

    settle_memory()
    run()
