"""``python -m claimcheck``: the command, where its script is not on the path."""

from claimcheck.cli.main import run

run()
