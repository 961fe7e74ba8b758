"""The processes that this suite started, found again safely.

A pid file holds the pid and the moment when that process began, so a pid that the system has given to somebody else
is never taken for ours. Every process also carries a mark in its environment, by which leftovers without a pid file
are found.
"""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .problem import Problem
from .settings import Settings

MARK = "KINBRIDGE_SUITE_STATE"
GRACE_SECONDS = 25.0


@dataclass(frozen=True)
class Running:
    part: str
    pid: int
    began: str
    port: int


def began(pid: int) -> str | None:
    """The kernel's start time of a process, None when it is gone or a zombie."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return _began_without_proc(pid)
    return None if fields[0] == "Z" else fields[19]


def _began_without_proc(pid: int) -> str | None:
    if Path("/proc/self").exists():
        return None
    shown = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return shown.stdout.strip() or None


def session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except OSError:
        return None


def mentioned_by_a_process(path: Path) -> bool:
    """Whether a command line names it, so that it is in use."""
    sought = str(path).encode()
    for pid in _pids():
        with suppress(OSError):
            if sought in Path(f"/proc/{pid}/cmdline").read_bytes():
                return True
    return False


class Processes:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def start(
        self,
        part: str,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        port: int = 0,
        folder: Path | None = None,
        user: str | None = None,
    ) -> Running:
        """In a session of its own, so that Ctrl-C on the launcher leaves it alone and stopping reaches its children."""
        self._settings.run.mkdir(parents=True, exist_ok=True)
        self._settings.logs.mkdir(parents=True, exist_ok=True)
        marked = {**environment, MARK: str(self._settings.home)}
        with self._settings.log(part).open("ab") as log:
            process = subprocess.Popen(
                command,
                env=marked,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=user,
                group=user,
                extra_groups=[] if user else None,
            )
        process.returncode = 0  # it outlives this command; Python shall not warn of that
        running = Running(part, process.pid, began(process.pid) or "", port)
        self._pid_file(part).write_text(json.dumps({"pid": running.pid, "began": running.began, "port": port}))
        return running

    def find(self, part: str) -> Running | None:
        """The living process of a part; a pid file that points to no such process is removed."""
        file = self._pid_file(part)
        try:
            kept = json.loads(file.read_text())
            running = Running(part, int(kept["pid"]), str(kept["began"]), int(kept["port"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            file.unlink(missing_ok=True)
            return None
        if running.began and began(running.pid) == running.began:
            return running
        file.unlink(missing_ok=True)
        return None

    def find_on(self, part: str, port: int) -> Running | None:
        running = self.find(part)
        if running and running.port != port:
            raise Problem(
                f"{part} already runs, on port {running.port} and not on {port}. Stop it first, ./kinbridge stop,\n"
                "or keep a second suite elsewhere: KINBRIDGE_HOME=/a/folder KINBRIDGE_PORT_BASE=9080 ./kinbridge start"
            )
        return running

    def all(self) -> list[Running]:
        parts = sorted(file.stem for file in self._settings.run.glob("*.pid"))
        return [running for running in map(self.find, parts) if running]

    def stop(self, parts: Iterable[str], grace: float = GRACE_SECONDS) -> list[str]:
        """Asks all of them to end, waits, and ends by force what is left; answers the parts that were running."""
        found = [running for running in map(self.find, parts) if running]
        pids = {running.pid: _members(running.pid) for running in found}
        for running in found:
            _signal([running.pid, *pids[running.pid]], signal.SIGTERM)
        _wait_until_gone({pid for running in found for pid in (running.pid, *pids[running.pid])}, grace)
        for running in found:
            _kill([running.pid, *pids[running.pid], *_members(running.pid)])
            self._pid_file(running.part).unlink(missing_ok=True)
        return [running.part for running in found]

    def kill(self, part: str) -> bool:
        """SIGKILL, at once: for crash tests."""
        running = self.find(part)
        if running:
            _kill([running.pid, *_members(running.pid)])
            self._pid_file(part).unlink(missing_ok=True)
        return running is not None

    def leftovers(self, below: bool = False) -> list[int]:
        """Processes with this suite's mark that no pid file knows, such as children of a dead parent.

        With `below`, also those of suites whose state lies inside this one's folder.
        """
        known = {pid for running in self.all() for pid in (running.pid, *_members(running.pid))}
        return [pid for pid in _marked(self._settings.home, below) if pid not in known]

    def end_leftovers(self, below: bool = False) -> int:
        pids = self.leftovers(below)
        _signal(pids, signal.SIGTERM)
        _wait_until_gone(set(pids), 10)
        _kill(pids)
        return len(pids)

    def memory_mb(self, running: Running) -> int:
        return sum(map(_resident_kb, {running.pid, *_members(running.pid)})) // 1024

    def _pid_file(self, part: str) -> Path:
        return self._settings.run / f"{part}.pid"


def _pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").glob("[0-9]*")]


def _members(head: int) -> list[int]:
    """What belongs to a process: its session, its children and theirs (Erlang's helpers leave the session)."""
    parents = {pid: parent for pid in _pids() if (parent := _parent(pid)) is not None}
    found = {pid for pid in parents if session_of(pid) == head} | {head}
    while more := {pid for pid, parent in parents.items() if parent in found and pid not in found}:
        found |= more
    return sorted(pid for pid in found if pid != head and began(pid))


def _parent(pid: int) -> int | None:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def _marked(home: Path, below: bool) -> list[int]:
    exact = f"{MARK}={home}\0".encode()
    inside = f"{MARK}={home}/".encode()
    found = []
    for pid in _pids():
        with suppress(OSError):
            environment = Path(f"/proc/{pid}/environ").read_bytes() + b"\0"
            if began(pid) and (exact in environment or (below and inside in environment)):
                found.append(pid)
    return found


def _resident_kb(pid: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    return 0


def _signal(pids: Iterable[int], number: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)


def _kill(pids: Iterable[int]) -> None:
    living = {pid for pid in pids if began(pid)}
    _signal(living, signal.SIGKILL)
    _wait_until_gone(living, 10)


def _wait_until_gone(pids: set[int], grace: float) -> None:
    end = time.monotonic() + grace
    while any(began(pid) for pid in pids) and time.monotonic() < end:
        time.sleep(0.05)
