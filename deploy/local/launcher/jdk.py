"""Finds a JDK 25."""

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from .problem import Problem

WANTED = 25
USUAL_PLACES = ("/usr/lib/jvm", "/opt", "/Library/Java/JavaVirtualMachines")

MISSING = f"""No JDK {WANTED} was found: neither in JAVA_HOME, nor under {", ".join(USUAL_PLACES)}, nor on the PATH.
Install one (Debian with Adoptium's repository: apt-get install temurin-{WANTED}-jdk; or https://adoptium.net),
or point to it: JAVA_HOME=/path/to/jdk-{WANTED} ./kinbridge start"""


def find(environment: Mapping[str, str], places: Iterable[str] = USUAL_PLACES) -> Path:
    for home in _candidates(environment, places):
        if version_of(home) == WANTED:
            return home
    raise Problem(MISSING)


def _candidates(environment: Mapping[str, str], places: Iterable[str]) -> Iterable[Path]:
    if environment.get("JAVA_HOME"):
        yield Path(environment["JAVA_HOME"])
    for place in places:
        for home in sorted(Path(place).glob("*")):
            yield home
            yield home / "Contents" / "Home"
    on_path = shutil.which("java", path=environment.get("PATH"))
    if on_path:
        yield Path(on_path).resolve().parent.parent


def version_of(home: Path) -> int | None:
    """The major version of a JDK, None for what is none: a runtime without a compiler cannot build."""
    if not (home / "bin" / "javac").exists():
        return None
    try:
        release = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return None
    found = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    return int(found[1]) if found else None
