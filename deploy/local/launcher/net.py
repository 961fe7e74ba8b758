"""Ports, HTTP, and a little about who holds a port."""

import http.client
import json
import os
import socket
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = Any


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes

    def json(self) -> Json:
        return json.loads(self.body) if self.body else None


def listens(port: int, host: str = "127.0.0.1") -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


# A proxy of the environment must never see what goes to the loopback address.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def request(
    method: str,
    url: str,
    *,
    form: dict[str, str] | None = None,
    json_body: Json = None,
    headers: dict[str, str] | None = None,
    timeout: float = 10,
) -> Answer | None:
    """None when nobody answers; an error status is an answer."""
    sent = dict(headers or {})
    data = None
    if form is not None:
        data = urllib.parse.urlencode(form).encode()
    elif json_body is not None:
        data = json.dumps(json_body).encode()
        sent["Content-Type"] = "application/json"
    try:
        with _direct.open(urllib.request.Request(url, data, sent, method=method), timeout=timeout) as answer:
            return Answer(answer.status, answer.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.read())
    except (OSError, http.client.HTTPException):
        return None


def holder_of(port: int) -> str:
    """Who listens there, for a message: `pid 4711 (java -jar ...)`, or "another program"."""
    pid = _pid_listening_on(port)
    if pid is None:
        return "another program"
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        command = "?"
    return f"pid {pid} ({command[:80]})"


def _pid_listening_on(port: int) -> int | None:
    inodes = {row[9] for table in ("tcp", "tcp6") for row in _rows(table) if _is_listener(row, port)}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            for descriptor in (process / "fd").iterdir():
                target = os.readlink(descriptor)
                if target.startswith("socket:[") and target[8:-1] in inodes:
                    return int(process.name)
        except OSError:
            continue
    return None


def _rows(table: str) -> list[list[str]]:
    try:
        return [line.split() for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    except OSError:
        return []


def _is_listener(row: list[str], port: int) -> bool:
    listening = "0A"
    return row[3] == listening and int(row[1].rpartition(":")[2], 16) == port
