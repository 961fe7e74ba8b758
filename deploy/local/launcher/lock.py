"""One launcher at a time for one state folder."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

from .problem import Problem
from .settings import Settings


@contextmanager
def only_one(settings: Settings, patience: float = 300) -> Iterator[None]:
    settings.home.mkdir(parents=True, exist_ok=True)
    with (settings.home / "lock").open("w") as file:
        end = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise Problem(
                        f"Another ./kinbridge is still at work in {settings.home}. Wait for it, or end it."
                    ) from None
                time.sleep(0.2)
        yield
