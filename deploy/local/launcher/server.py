"""What the three servers have in common."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from . import net
from .problem import Problem
from .processes import Processes, Running
from .settings import Settings


@dataclass(frozen=True)
class Address:
    """Where a server is, and whether this launcher runs it."""

    uri: str
    own: bool


def require_free_port(settings: Settings, part: str, port: int) -> None:
    if net.listens(port):
        who = net.holder_of(port)
        raise Problem(f"Port {port}, wanted for {part}, is taken by {who}.\n{other_ports(settings)}")


def other_ports(settings: Settings) -> str:
    base = settings.port_base + 1000
    return f"End that program, or choose other ports: KINBRIDGE_PORT_BASE={base} ./kinbridge start"


def wait_until(
    settings: Settings,
    processes: Processes,
    running: Running,
    ready: Callable[[], bool],
    seconds: float,
) -> None:
    """Waits for a process that was started to be of use."""
    end = time.monotonic() + seconds
    while not ready():
        if processes.find(running.part) is None:
            raise Problem(f"{running.part} ended while it was starting. {last_lines(settings, running.part)}")
        if time.monotonic() > end:
            raise Problem(
                f"{running.part} was not ready after {seconds:.0f} seconds. {last_lines(settings, running.part)}"
            )
        time.sleep(0.1)


def last_lines(settings: Settings, part: str, count: int = 12) -> str:
    log = settings.log(part)
    try:
        lines = log.read_text(errors="replace").splitlines()[-count:]
    except OSError:
        return f"It has no log at {log}."
    told = "\n".join(f"  {line[:240]}" for line in lines)
    return f"The end of its log ({log}):\n{told}"
