"""Runnable jars made fast to start: unpacked once, with the JDK's ahead-of-time cache.

The JVM reads classes from a plain jar beside its libraries faster than from a jar of jars, and with a cache written
by a training run it neither parses nor links them again.
"""

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from . import build
from .problem import Problem
from .processes import mentioned_by_a_process
from .settings import Settings

# C1 alone starts faster and needs less memory; it is not for load. KINBRIDGE_JAVA_OPTIONS comes after and wins.
_COMMON = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:ReservedCodeCacheSize=48m",
    "-Xss512k",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dfile.encoding=UTF-8",
)


def jvm_options(settings: Settings, heap: str) -> list[str]:
    extra = (settings.given("KINBRIDGE_JAVA_OPTIONS") or "").split()
    return [*_COMMON, f"-Xmx{heap}", *extra]


def ever_trained(settings: Settings) -> bool:
    return any(settings.cache.glob("apps/*/*/*.aot"))


def identity(jar: Path) -> str:
    """What is in a jar, from its directory alone: the file's own time is fixed for reproducible builds."""
    with zipfile.ZipFile(jar) as archive:
        entries = sorted((entry.filename, entry.CRC) for entry in archive.infolist())
    return hashlib.sha256(json.dumps(entries).encode()).hexdigest()[:16]


class Unpacked:
    """One part's jar, its libraries and its start-up cache, below the cache folder."""

    def __init__(self, settings: Settings, java_home: Path, app: str, heap: str) -> None:
        jar = build.app_jar(app)
        if jar is None:
            raise Problem(f"{app} is not built. Build it: ./kinbridge start")
        self._settings = settings
        self._java = java_home / "bin" / "java"
        self._source = jar
        self._heap = heap
        self._folder = settings.cache / "apps" / app / identity(jar)
        self.jar = self._folder / jar.name
        self._aot = self._folder / f"{java_home.name}.aot"

    def ensure(self) -> None:
        if self.jar.exists():
            return
        self._remove_older()
        command = [str(self._java), "-Djarmode=tools", "-jar", str(self._source), "extract"]
        _run([*command, "--destination", str(self._folder), "--force"], self._settings.environment, self._source.name)

    def _remove_older(self) -> None:
        """Those of earlier builds, but for what another suite of this checkout still runs on."""
        for older in self._folder.parent.glob("*"):
            if not mentioned_by_a_process(older):
                shutil.rmtree(older, ignore_errors=True)

    @property
    def trained(self) -> bool:
        return self._aot.exists()

    def train(self, environment: Mapping[str, str]) -> None:
        """Starts the application up to the point where it would serve, and writes what it loaded to the cache."""
        new = self._aot.with_suffix(".new")
        exit_when_ready = "-Dspring.context.exit=onRefresh"
        record = [f"-XX:AOTCacheOutput={new}", *self._options(), exit_when_ready]
        command = [str(self._java), *record, "-jar", str(self.jar)]
        done = subprocess.run(command, env=dict(environment), capture_output=True, check=False, timeout=300)
        (self._folder / "training.log").write_bytes(done.stdout + done.stderr)
        if new.exists():
            new.rename(self._aot)

    def command(self, *arguments: str) -> list[str]:
        # Without the cache, or with one that this JVM cannot use, the start is slower and otherwise the same.
        aot = [f"-XX:AOTCache={self._aot}"] if self.trained else []
        return [str(self._java), *aot, *self._options(), "-jar", str(self.jar), *arguments]

    def _options(self) -> list[str]:
        return jvm_options(self._settings, self._heap)


def _run(command: list[str], environment: Mapping[str, str], what: str) -> None:
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"Unpacking {what} failed:\n{done.stdout}{done.stderr}")
