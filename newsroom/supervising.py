"""Runs programs as one crew: they start together, and when one ends, or we are told to stop, all of them end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

POLL_SECONDS = 0.1


class Crew:
    """The programs, by the name that people read. They share our process group, so that Ctrl-C reaches them too."""

    def __init__(self, *, grace_seconds: float = 10.0) -> None:
        self.members: dict[str, subprocess.Popen[bytes]] = {}
        self.family: set[int] = set()
        self.grace_seconds = grace_seconds

    def start(self, name: str, command: list[str]) -> None:
        self.members[name] = subprocess.Popen(command)  # noqa: S603  our own programs, no shell

    def remember_family(self) -> None:
        """Note what the members have started by now: when a member is killed, nothing else tells whose they were."""
        self.family.update(*(descendants(process.pid) for process in self.members.values()))

    def first_to_end(self) -> tuple[str, int] | None:
        """Return name and exit status of a member that has ended (negative: the signal that ended it), or None."""
        for name, process in self.members.items():
            status = process.poll()
            if status is not None:
                return name, status
        return None

    def end(self) -> None:
        """Ask every member to end; after the grace end by force whoever is left, and whatever they started."""
        self.remember_family()
        alive = {process.pid for process in self.members.values() if process.poll() is None}
        send(signal.SIGTERM, alive or self.family)
        if not wait_until(self._is_gone, self.grace_seconds):
            send(signal.SIGKILL, self.family.union(process.pid for process in self.members.values()))
            wait_until(self._is_gone, self.grace_seconds)

    def _is_gone(self) -> bool:
        members_ended = all(process.poll() is not None for process in self.members.values())
        return members_ended and not any(map(is_alive, self.family))


def wait_until(is_so: Callable[[], bool], seconds: float) -> bool:
    """Ask again and again until it is so or the time is over; return what it was in the end."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


def send(number: signal.Signals, pids: set[int]) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def is_alive(pid: int) -> bool:
    """Tell whether a process runs. One that ended but was not yet waited for (a zombie) does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def descendants(pid: int) -> set[int]:
    """Return the processes started by `pid`, by those, and so on; empty where there is no /proc."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = entry.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            children.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        new = [child for child in children.get(waiting.pop(), []) if child not in found]
        found.update(new)
        waiting.extend(new)
    return found
