"""Progress lines with the seconds since the command began."""

import sys
import threading
import time

_began = time.monotonic()
_lock = threading.Lock()


def seconds() -> float:
    return time.monotonic() - _began


def progress(part: str, text: str) -> None:
    with _lock:
        print(f"[{seconds():5.1f} s] {part:<22} {text}", flush=True)


def say(text: str = "") -> None:
    with _lock:
        print(text, flush=True)


def complain(text: str) -> None:
    with _lock:
        print(text, file=sys.stderr, flush=True)
