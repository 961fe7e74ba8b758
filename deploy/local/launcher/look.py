"""status and logs."""

import json
import os
from collections.abc import Sequence

from . import console, servers
from .lifecycle import known_part
from .problem import Problem
from .processes import Processes
from .settings import SERVERS, SUITE, Settings
from .suite import is_ready, service_of

_NOT_ALL_RUNNING = 3


def rows(settings: Settings) -> list[dict[str, object]]:
    processes = Processes(settings)
    running = {found.part: found for found in processes.all()}
    addresses = servers.recall(settings)
    more = sorted(part for part in running if service_of(part) in SUITE and part not in SUITE)
    shown: list[dict[str, object]] = []
    for part in (*SERVERS, *SUITE, *more):
        found = running.get(part)
        if found:
            ready = part in SERVERS or is_ready(found.port)
            memory = processes.memory_mb(found)
            state = "running" if ready else "not ready"
            shown.append({"part": part, "state": state, "port": found.port, "pid": found.pid, "memory_mb": memory})
        elif part in addresses and not addresses[part].own:
            shown.append({"part": part, "state": "given", "port": None, "pid": None, "memory_mb": None})
        else:
            shown.append({"part": part, "state": "stopped", "port": None, "pid": None, "memory_mb": None})
    return shown


def status(settings: Settings, arguments: Sequence[str]) -> int:
    if arguments not in ([], ["--json"]):
        raise Problem("status knows only --json.")
    table = rows(settings)
    if arguments:
        console.say(json.dumps(table, indent=2))
    else:
        console.say(as_table(table))
    return 0 if all(row["state"] in ("running", "given") for row in table) else _NOT_ALL_RUNNING


def as_table(table: Sequence[dict[str, object]]) -> str:
    lines = [f"{'part':<24}{'state':<12}{'port':>6}{'pid':>9}{'memory':>10}"]
    for row in table:
        memory = f"{row['memory_mb']} MB" if row["memory_mb"] is not None else "-"
        port, pid = (row[key] if row[key] is not None else "-" for key in ("port", "pid"))
        lines.append(f"{row['part']:<24}{row['state']:<12}{port!s:>6}{pid!s:>9}{memory:>10}")
    used = sum(int(str(row["memory_mb"])) for row in table if row["memory_mb"] is not None)
    return "\n".join([*lines, f"{'':<24}{'':<12}{'':>6}{'':>9}{f'{used} MB':>10}"])


def logs(settings: Settings, arguments: Sequence[str]) -> int:
    follow = "-f" in arguments
    parts = [argument for argument in arguments if argument != "-f"]
    if not parts:
        return _all_logs(settings)
    log = settings.log(parts[0])
    if not log.exists():
        known_part(parts[0])
        raise Problem(f"{parts[0]} has not written a log yet. Start it: ./kinbridge start {parts[0]}")
    os.execvp("tail", ["tail", "-n", "200", *(["-F"] if follow else []), str(log)])


def _all_logs(settings: Settings) -> int:
    files = sorted(settings.logs.glob("*.log"))
    if not files:
        raise Problem(f"There are no logs in {settings.logs}. Start the suite: ./kinbridge start")
    for file in files:
        lines = file.read_text(errors="replace").splitlines()[-5:]
        console.say("\n".join([f"== {file}", *lines, ""]))
    console.say("More of one: ./kinbridge logs SERVICE")
    return 0
