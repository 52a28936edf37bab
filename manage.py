#!/usr/bin/env python3
"""Django's command line for the newsroom. Called with a Python that has no Django, it goes on with the one in .venv."""

import importlib.util
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    own = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if importlib.util.find_spec("django") is None:
        if not own.exists():
            sys.exit("newsroom: Django is not installed. Run bin/run once; it installs everything into .venv.")
        os.execv(own, [str(own), *sys.argv])  # noqa: S606  our own Python
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
