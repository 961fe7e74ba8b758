"""test: every test, on real servers, and an honest account of how many ran."""

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from . import console, jdk, lock, reports, servers
from .build import Build, maven_command, sources_fingerprint, with_java
from .described import describe, mongodb_kind
from .lifecycle import stop_all
from .problem import Problem
from .processes import MARK, Processes
from .server import Address
from .servers import VARIABLES, Servers
from .settings import ROOT, SUITE, Settings
from .suite import Suite

_PYTHON_TESTS = ("deploy/local/tests", "deploy/keycloak")
_ENGINE_NAMES = {"mongodb": "documentdb", "rabbitmq": "rabbitmq"}


def test(settings: Settings, maven_arguments: Sequence[str]) -> int:
    tests = settings.for_tests()
    with lock.only_one(tests):
        processes = Processes(tests)
        stop_all(processes)
        processes.end_leftovers(below=True)
        _forget_data(tests)
        try:
            return _run(tests, processes, maven_arguments)
        except KeyboardInterrupt:
            console.complain("\nInterrupted; stopping what was started for the tests.")
            return 130
        finally:
            stop_all(processes)
            processes.end_leftovers(below=True)


def _run(tests: Settings, processes: Processes, maven_arguments: Sequence[str]) -> int:
    java_home = jdk.find(tests.environment)
    build = Build(tests, java_home)
    fingerprint = sources_fingerprint()
    if not tests.given("MONGODB_URI"):
        build.ensure_module("mongodb")
    addresses = Servers(tests, processes, build, java_home).ensure()
    account = [describe(tests, name, address) for name, address in addresses.items()]
    console.say("\n".join(["", "Tests run on:", *account, ""]))

    environment = with_java(environment_for_tests(tests, addresses), java_home)
    began = time.time()
    maven = [maven_command(tests.environment), "-B", "-ntp", "--fail-at-end", "verify", *maven_arguments]
    built = _shown(maven, environment) == 0
    python, python_well = _python_tests(environment)
    if built and not maven_arguments:
        build.remember(fingerprint)

    count = reports.of_maven(ROOT, began) + python
    console.say("\n".join(["", "Tests ran on:", *account]))
    if not built:
        console.say("Maven's build failed; see above.")
    console.say(str(count))
    return 0 if built and python_well and count.ran > 0 and count.failed == 0 else 1


def _forget_data(tests: Settings) -> None:
    """Of earlier runs; Keycloak's stays, since only the realm is in it."""
    for name in ("mongodb", "rabbitmq", "suite"):
        shutil.rmtree(tests.home / name, ignore_errors=True)


def environment_for_tests(tests: Settings, addresses: Mapping[str, Address]) -> dict[str, str]:
    """What the tests get: the servers, a way to kill and start them, and a suite of their own for the launcher."""
    return {
        **tests.environment,
        **{variable: addresses[name].uri for name, variable in VARIABLES.items()},
        "KEYCLOAK_ADMIN": tests.given("KEYCLOAK_ADMIN") or "admin",
        "KEYCLOAK_ADMIN_PASSWORD": tests.given("KEYCLOAK_ADMIN_PASSWORD") or "admin",
        "KINBRIDGE_MONGODB_KIND": mongodb_kind(addresses["mongodb"]),
        "KINBRIDGE_SERVER_CONTROL": str(_control_script(tests)),
        "KINBRIDGE_LAUNCHER": str(ROOT / "kinbridge"),
        "KINBRIDGE_HOME": str(tests.home / "suite"),
        "KINBRIDGE_CACHE": str(tests.cache),
        "KINBRIDGE_PORT_BASE": str(tests.port_base),
        "KINBRIDGE_BUILD": "skip",
        # Whatever a test starts and leaves behind is found by this mark, and ended.
        MARK: str(tests.home / "tests"),
    }


def _control_script(tests: Settings) -> Path:
    script = tests.home / "server-control"
    where = f"KINBRIDGE_HOME='{tests.home}' KINBRIDGE_CACHE='{tests.cache}' KINBRIDGE_PORT_BASE={tests.port_base}"
    script.write_text(f'#!/bin/sh\n# kill|start mongodb|rabbitmq\n{where} exec "{ROOT / "kinbridge"}" control "$@"\n')
    script.chmod(0o755)
    return script


def control(settings: Settings, arguments: Sequence[str]) -> int:
    """Kills a part without a warning, or starts it again; a server whichever kind it is."""
    match list(arguments):
        case [("kill" | "start") as verb, service] if service in SUITE:
            return _control_service(settings, verb, service)
        case [("kill" | "start") as verb, ("mongodb" | "rabbitmq") as server]:
            pass
        case _:
            raise Problem("usage: control kill|start mongodb|rabbitmq|SERVICE")
    known = servers.recall(settings).get(server)
    if known is None:
        raise Problem(f"Nothing is known of {server} in {settings.home}.")
    if not known.own:
        return _control_engine(settings, verb, server)
    if verb == "kill":
        return 0 if Processes(settings).kill(server) else 1
    # Tests see the server as given; here it is ours.
    rest = {name: value for name, value in settings.environment.items() if name not in VARIABLES.values()}
    java_home = jdk.find(rest)
    own = replace(settings, environment=rest)
    Servers(own, Processes(own), Build(own, java_home), java_home).ensure_one(server)
    return 0


def _control_service(settings: Settings, verb: str, service: str) -> int:
    processes = Processes(settings)
    if verb == "kill":
        return 0 if processes.kill(service) else 1
    suite = Suite(settings, processes, jdk.find(settings.environment))
    suite.ensure([service], servers.addresses_for_one_service(settings))
    return 0


def _control_engine(settings: Settings, verb: str, server: str) -> int:
    engines = settings.given("KINBRIDGE_ENGINES")
    if not engines:
        raise Problem(f"{server} was given, and KINBRIDGE_ENGINES names no program that could {verb} it.")
    return subprocess.run([engines, verb, _ENGINE_NAMES[server]], check=False).returncode


# --- running ----------------------------------------------------------------------------------


def _shown(command: Sequence[str], environment: Mapping[str, str]) -> int:
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    try:
        return process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise


def _python_tests(environment: Mapping[str, str]) -> tuple[reports.Count, bool]:
    count, well = reports.Count(), True
    for folder in _PYTHON_TESTS:
        console.say(f"\nPython tests in {folder}")
        done = subprocess.run(
            [sys.executable, "-B", "-m", "unittest", "discover", "-s", folder],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        console.say(done.stdout.rstrip())
        count += reports.of_python(done.stdout)
        well = well and done.returncode == 0
    return count, well


# --- which servers ----------------------------------------------------------------------------
