"""A pytest plugin that adds what one run counted, as `passed failed skipped`, to the file that bin/test reads."""

from __future__ import annotations

import os
from pathlib import Path

from _pytest.terminal import TerminalReporter


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Append one line, unless this is a worker of xdist; errors count as failed, expected failures as skipped."""
    if hasattr(terminalreporter.config, "workerinput"):
        return
    passed, failed, skipped = (
        sum(len(terminalreporter.getreports(outcome)) for outcome in outcomes)
        for outcomes in (("passed", "xpassed"), ("failed", "error"), ("skipped", "xfailed"))
    )
    with Path(os.environ["NEWSROOM_TEST_COUNTS"]).open("a", encoding="ascii") as counts:
        counts.write(f"{passed} {failed} {skipped}\n")
