"""bench: how fast, beside what would be possible, measured in the same run."""

import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from . import console, jdk, listeners, lock, servers
from .build import Build, app_jar
from .described import describe, machine, mongodb_kind
from .keycloak import REALM
from .play import keycloak_url
from .problem import Problem
from .processes import Processes
from .server import Address
from .settings import GATEWAY, ROOT, Settings
from .suite import Suite
from .unpacked import identity

MAIN = "uk.kinbridge.acceptance.bench.Bench"
# Computed in the benchmark's own process; everything else is asked of the running suite.
WITHOUT_A_SUITE = {"deadlines", "packs"}
# What a load goes through. They are started anew for it, and started again as they were when it is over.
UNDER_LOAD = (
    "directory-service",
    "referral-service",
    "assessment-service",
    "escalation-service",
    "notification-service",
    GATEWAY,
)
_HEAP = "512m"
# META-INF holds JMH's list of benchmarks; the rest of the jar is its loader.
_OURS = ("BOOT-INF/", "META-INF/")


def bench(settings: Settings, names: Sequence[str]) -> int:
    java_home = jdk.find(settings.environment)
    if not needs_suite(names):
        Build(settings, java_home).ensure()
        return _run(settings, java_home, names, [machine()])
    keycloak_url(settings)
    with lock.only_one(settings):
        Build(settings, java_home).ensure()
        class_path(settings)
        on = [machine(), *(describe(settings, *known) for known in servers.recall(settings).items())]
        with ready_for_load(settings, java_home):
            return _run(for_load(settings), java_home, names, on)


def needs_suite(names: Sequence[str]) -> bool:
    return not names or bool(set(names) - WITHOUT_A_SUITE)


def for_load(settings: Settings) -> Settings:
    """No limit per caller, since one caller makes the whole load, and the compiler that a server would use."""
    options = f"-XX:TieredStopAtLevel=4 -XX:ReservedCodeCacheSize=128m {settings.given('KINBRIDGE_JAVA_OPTIONS') or ''}"
    # Everything goes to one inbox here: a bundle would hide what is counted.
    lifted = {"KINBRIDGE_RATE_LIMIT": "0", "KINBRIDGE_BUNDLE_AFTER": "1000000", "KINBRIDGE_JAVA_OPTIONS": options.strip()}
    return replace(settings, environment={**settings.environment, **lifted})


@contextmanager
def ready_for_load(settings: Settings, java_home: Path) -> Iterator[None]:
    console.progress("bench", f"starting {' and '.join(UNDER_LOAD)} anew, without the limit per caller")
    _restart(for_load(settings), java_home)
    try:
        yield
    finally:
        console.progress("bench", "starting them again as they were")
        _restart(settings, java_home)


def _restart(settings: Settings, java_home: Path) -> None:
    processes = Processes(settings)
    processes.stop(UNDER_LOAD)
    Suite(settings, processes, java_home).ensure(UNDER_LOAD, servers.addresses_for_one_service(settings))


def _run(settings: Settings, java_home: Path, names: Sequence[str], on: Sequence[str]) -> int:
    options = [f"-Xmx{_HEAP}", "--sun-misc-unsafe-memory-access=allow"]
    command = [str(java_home / "bin" / "java"), *options, "-cp", class_path(settings), MAIN, *names]
    return subprocess.run(command, env=environment(settings, on), check=False).returncode


def class_path(settings: Settings) -> str:
    """Classes and libraries as plain files: JMH starts a JVM of its own, which knows nothing of jars in jars."""
    jar = app_jar("acceptance")
    if jar is None:
        raise Problem("The benchmarks are not built. Build them: ./kinbridge start")
    folder = settings.cache / "apps" / "acceptance" / identity(jar)
    if not folder.exists():
        shutil.rmtree(folder.parent, ignore_errors=True)
        new = folder.with_suffix(".new")
        with zipfile.ZipFile(jar) as archive:
            archive.extractall(new, [name for name in archive.namelist() if name.startswith(_OURS)])
        new.rename(folder)
    return f"{folder}/BOOT-INF/classes:{folder}/BOOT-INF/lib/*:{folder}"


def environment(settings: Settings, on: Sequence[str]) -> Mapping[str, str]:
    kept = settings.home / "bench"
    kept.mkdir(parents=True, exist_ok=True)
    running = servers.recall(settings)
    known = running.get("keycloak")
    return {
        **settings.environment,
        "KINBRIDGE_GATEWAY_URL": settings.gateway_url,
        **({"KINBRIDGE_ISSUER": f"{known.uri}/realms/{REALM}"} if known else {}),
        **_servers(settings, running),
        # Parts are killed and started again by it; it must not wait for the lock that this run holds.
        "KINBRIDGE_LAUNCHER": str(ROOT / "kinbridge"),
        "KINBRIDGE_BENCH_FILE": str(kept / f"{datetime.now(UTC):%Y-%m-%dT%H-%M-%SZ}.json"),
        "KINBRIDGE_BENCH_ON": "\n".join(["Measured on:", *on]),
    }


def _servers(settings: Settings, running: Mapping[str, Address]) -> dict[str, str]:
    """Where the servers are, and the processes whose work counts: the suite's own and those that it was given."""
    if "mongodb" not in running or "rabbitmq" not in running:
        return {}
    return {
        "KINBRIDGE_BENCH_MONGODB_URI": running["mongodb"].uri,
        "KINBRIDGE_BENCH_MONGODB_KIND": mongodb_kind(running["mongodb"]),
        "KINBRIDGE_BENCH_RABBITMQ_URI": running["rabbitmq"].uri,
        "KINBRIDGE_BENCH_PROCESSES": ",".join(f"{name}={pid}" for name, pid in processes(settings, running)),
    }


def processes(settings: Settings, running: Mapping[str, Address]) -> list[tuple[str, int]]:
    ours = [(process.part, process.pid) for process in Processes(settings).all()]
    names = {name for name, _ in ours}
    given = [
        (name, pid)
        for name, address in running.items()
        if name not in names
        for pid in listeners.behind(urlsplit(address.uri).port)
    ]
    return ours + given
