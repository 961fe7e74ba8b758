"""Builds the suite when its sources are not those that it was last built from."""

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from . import console
from .problem import Problem
from .settings import ROOT, SUITE, Settings

EMBEDDED_MONGODB = "platform/embedded-mongodb"
# Run for one answer and end; no part of the suite.
PROGRAMS = ("protocols", "acceptance")
APPS: dict[str, Path] = {
    "mongodb": ROOT / EMBEDDED_MONGODB,
    **{part: ROOT / part for part in (*SUITE, *PROGRAMS)},
}
_SKIPPED_FOLDERS = {"target", "test", "node_modules", ".git", ".kinbridge", "docs", "deploy"}

NO_NETWORK = re.compile(
    r"Could not transfer|Unknown host|UnknownHost|Connection (refused|timed out)|Temporary failure in name resolution"
    r"|Network is unreachable|offline mode|Could not connect"
)

_NOISE = re.compile(r"^\[ERROR\] *$|re-run Maven|Re-run Maven|For more information|\[Help \d\] http|Some problems were")


def app_jar(app: str) -> Path | None:
    """The runnable jar of a part."""
    found = sorted((APPS[app] / "target").glob("*-app.jar"))
    return found[-1] if found else None


def sources_fingerprint(root: Path = ROOT) -> str:
    """Changes when a source file or a pom is added, removed or written."""
    digest = hashlib.sha256()
    for file in sorted(_sources(root)):
        state = file.stat()
        digest.update(f"{file.relative_to(root)} {state.st_mtime_ns} {state.st_size}\n".encode())
    return digest.hexdigest()


def _sources(root: Path) -> Iterable[Path]:
    for folder, below, files in os.walk(root):
        below[:] = [name for name in below if name not in _SKIPPED_FOLDERS]
        here = Path(folder)
        inside = "src" in here.relative_to(root).parts
        yield from (here / name for name in files if inside or name == "pom.xml")


class Build:
    def __init__(self, settings: Settings, java_home: Path) -> None:
        self._settings = settings
        self._java_home = java_home
        self._stamp = settings.cache / "built-from.json"

    def ensure(self) -> bool:
        """Answers whether there was something to build."""
        if self.skipped:
            # the tests' own module may be the one that Maven is at
            self._require_jars(part for part in APPS if part not in PROGRAMS)
            return False
        fingerprint = sources_fingerprint()
        if _kept(self._stamp) == fingerprint and all(map(app_jar, APPS)):
            return False
        console.progress("build", "the sources are new or have changed: building (the first time takes minutes)")
        # -Dmaven.test.skip: compiling the tests is for ./kinbridge test.
        self.maven("build", ["package", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true"])
        self._require_jars()
        self.remember(fingerprint)
        console.progress("build", "built")
        return True

    def ensure_module(self, app: str) -> None:
        """One module that needs no other of ours: seconds instead of minutes."""
        stamp = self._settings.cache / f"{app}-built-from.json"
        folder = APPS[app]
        fingerprint = sources_fingerprint(folder)
        if self.skipped or (app_jar(app) and _kept(stamp) == fingerprint):
            self._require_jars([app])
            return
        if app_jar(app) and _kept(self._stamp) == sources_fingerprint():
            _keep(stamp, fingerprint)
            return
        console.progress("build", f"the sources of {app} are new or have changed: building")
        module = str(folder.relative_to(ROOT))
        self.maven(
            "build", ["package", "-pl", module, "-am", "-q", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true"]
        )
        self._require_jars([app])
        _keep(stamp, fingerprint)

    @property
    def skipped(self) -> bool:
        """Under ./kinbridge test, where Maven is already at work."""
        return self._settings.given("KINBRIDGE_BUILD") == "skip"

    def remember(self, fingerprint: str) -> None:
        _keep(self._stamp, fingerprint)

    def maven(self, name: str, arguments: Sequence[str]) -> None:
        """Runs Maven with its output in a log, and a progress line for each module."""
        log = self._settings.log(name)
        log.parent.mkdir(parents=True, exist_ok=True)
        command = [maven_command(self._settings.environment), "-B", "-ntp", *arguments]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=with_java(self._settings.environment, self._java_home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        lines: list[str] = []
        try:
            with log.open("w") as kept:
                for line in process.stdout or ():
                    kept.write(line)
                    lines.append(line.rstrip())
                    module = re.match(r"\[INFO\] Building (.+?) \S+\s+\[(\d+/\d+)\]", line)
                    if module:
                        console.progress(name, f"{module[2]} {module[1]}")
        except BaseException:
            process.terminate()
            raise
        finally:
            status = process.wait()
        if status != 0:
            raise Problem(explain_failure(lines, log))

    def _require_jars(self, apps: Iterable[str] = APPS) -> None:
        missing = [app for app in apps if not app_jar(app)]
        if missing:
            raise Problem(f"There is no runnable jar of {', '.join(missing)}. Build it: mvn package (with a JDK 25).")


def _keep(stamp: Path, fingerprint: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(json.dumps({"sources": fingerprint}))


def _kept(stamp: Path) -> str | None:
    try:
        return str(json.loads(stamp.read_text())["sources"])
    except (OSError, ValueError, KeyError):
        return None


def explain_failure(lines: Sequence[str], log: Path) -> str:
    errors = [line for line in lines if line.startswith("[ERROR]") and not _NOISE.search(line)][:6]
    told = "\n".join(f"  {line[:400]}" for line in errors)
    if any(NO_NETWORK.search(line) for line in errors):
        return (
            f"Maven could not fetch what it needs: is there a network?\n{told}\n"
            f"Libraries are fetched once; after that the suite builds and starts offline. The whole log: {log}"
        )
    return f"The build failed:\n{told}\nThe whole log: {log}"


def maven_command(environment: Mapping[str, str]) -> str:
    found = shutil.which("mvn", path=environment.get("PATH"))
    if not found:
        raise Problem("Maven is missing. Install it (Debian: apt-get install maven), 3.8.7 or newer.")
    return found


def with_java(environment: Mapping[str, str], java_home: Path) -> dict[str, str]:
    return {**environment, "JAVA_HOME": str(java_home)}
