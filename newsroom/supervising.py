"""Runs programs as one crew: they start together, and when one ends, or we are told to stop, all of them end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

GRACE_SECONDS = 10.0
POLL_SECONDS = 0.1


class Crew:
    """The programs, by the name that people read. They share our process group, so that Ctrl-C reaches them too."""

    def __init__(self) -> None:
        self.members: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: list[str]) -> None:
        self.members[name] = subprocess.Popen(command)  # noqa: S603  our own programs, no shell

    def first_to_end(self) -> tuple[str, int] | None:
        """Return name and exit status of a member that has ended (negative: the signal that ended it), or None."""
        for name, process in self.members.items():
            status = process.poll()
            if status is not None:
                return name, status
        return None

    def end(self) -> None:
        """Ask every member to end, and after ten seconds end them and whatever they started by force."""
        family = set().union(*(descendants(process.pid) for process in self.members.values()))
        send(signal.SIGTERM, {process.pid for process in self.members.values() if process.poll() is None})
        wait_until(lambda: self._are_gone(family), GRACE_SECONDS)
        send(signal.SIGKILL, {pid for pid in family if is_alive(pid)})
        for process in self.members.values():
            process.kill()
            process.wait()

    def _are_gone(self, family: set[int]) -> bool:
        return all(process.poll() is not None for process in self.members.values()) and not any(map(is_alive, family))


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
