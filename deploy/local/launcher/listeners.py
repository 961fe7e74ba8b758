"""Which process listens on a port of this machine, and which servers stand behind it. Linux only; else nobody is found."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_LISTENING = "0A"
_ESTABLISHED = "01"
# Far enough for a door in front of a database.
_DEPTH = 2


def behind(port: int | None) -> list[int]:
    """The process on the port, and those on the local ports to which it has connections."""
    if not port:
        return []
    sockets = _sockets()
    found: list[int] = []
    ports = {port}
    for _ in range(_DEPTH):
        pids = [pid for pid in _pids_with({s.inode for s in sockets if s.state == _LISTENING and s.local in ports})]
        found += [pid for pid in pids if pid not in found]
        held = {inode for pid in pids for inode in _inodes(pid)}
        ports = {s.remote for s in sockets if s.state == _ESTABLISHED and s.inode in held and s.remote != port}
    return found


class _Socket:
    def __init__(self, line: str) -> None:
        fields = line.split()
        self.local = int(fields[1].rpartition(":")[2], 16)
        self.remote = int(fields[2].rpartition(":")[2], 16)
        self.state = fields[3]
        self.inode = fields[9]


def _sockets() -> list[_Socket]:
    lines: list[str] = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with suppress(OSError):
            lines += Path(table).read_text().splitlines()[1:]
    return [_Socket(line) for line in lines]


def _pids_with(inodes: set[str]) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        pid = int(folder.name)
        if inodes & _inodes(pid) and not _is_child_of_such(pid, inodes):
            yield pid


def _is_child_of_such(pid: int, inodes: set[str]) -> bool:
    """Children inherit the socket; who counts a process counts its children too."""
    with suppress(OSError, ValueError):
        parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        return bool(inodes & _inodes(parent))
    return False


def _inodes(pid: int) -> set[str]:
    found: set[str] = set()
    with suppress(OSError):
        for descriptor in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(OSError):
                target = os.readlink(descriptor)
                if target.startswith("socket:["):
                    found.add(target[8:-1])
    return found
