"""How soon are a thousand stories live that are due in one minute, when five of them cannot go out and the worker is
killed half-way? `.venv/bin/python -m benchmarks.scheduler`, on PostgreSQL with `bin/with-postgres` in front; on a
machine that does nothing else."""

from __future__ import annotations

import signal
import time
from datetime import datetime, timedelta

from django.utils import timezone

from articles.models import Version
from benchmarks import FOLDER, database
from benchmarks.report import Table, judged, machine
from newsroom.testing.due import break_five, plan, worker

COUNT, HALF = 1000, 450
PREPARING, PROMISED = timedelta(seconds=60), 60
NOTE = (
    "Seconds after the time for which all are scheduled, as the rows have it: `published_at` of the versions. One "
    "worker, killed when 450 were live; the next begins a moment later."
)


def measure() -> list[Table]:
    """Return one table; raise ValueError when the machine was too slow to prepare."""
    database.use_new("scheduler")
    (FOLDER / "media").mkdir(exist_ok=True)
    due = timezone.now() + PREPARING
    stories = plan(COUNT, due)
    wanted = COUNT - len(break_five(stories))
    if timezone.now() >= due:
        raise ValueError(
            f"Preparing took longer than {PREPARING.seconds} s; the stories were due before the workers ran."
        )
    with worker() as first:
        _wait_for(HALF)
        first.send_signal(signal.SIGKILL)
        first.wait()
        with worker():
            _wait_for(wanted)
    return [_table(due, wanted)]


def _wait_for(count: int) -> None:
    while Version.objects.live().count() < count:
        time.sleep(0.1)


def _table(due: datetime, wanted: int) -> Table:
    times = sorted((at - due).total_seconds() for at in Version.objects.live().values_list("published_at", flat=True))
    table = Table(f"{COUNT} stories due at once, {wanted} of which can go out", ["", "Seconds after their time"], NOTE)
    table.add("The first", f"{times[0]:.1f}")
    table.add("Half of them", f"{times[len(times) // 2]:.1f}")
    table.add("The last", judged(times[-1], PROMISED))
    table.add("Live, each once", f"{len(times)} of {wanted}")
    return table


if __name__ == "__main__":
    print(*measure(), machine(), sep="\n\n")
