"""``python -m claimcheck``: the command, where its script is not on the path."""

from claimcheck.cli.main import run

if __name__ == "__main__":
    run()
