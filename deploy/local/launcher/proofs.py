"""lint, model-check, pack, trace: what the protocols module proves and shows. They need no running suite."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from . import jdk
from .build import Build, app_jar
from .problem import Problem
from .settings import ROOT, Settings

MODULE = "protocols"


def lint(settings: Settings, files: Sequence[str]) -> int:
    return _prove(settings, ["lint", *files])


def model_check(settings: Settings, packs: Sequence[str]) -> int:
    return _prove(settings, ["model-check", *packs])


def pack(settings: Settings, arguments: Sequence[str]) -> int:
    return _prove(settings, ["pack", *arguments])


def trace(settings: Settings, arguments: Sequence[str]) -> int:
    unknown = [argument for argument in arguments if argument.startswith("-") and argument not in ("--check", "--write")]
    if unknown or len(arguments) > 1:
        raise Problem("trace knows a protocol or an obligation, such as SAL or SAL-04, and --check and --write.")
    return _prove(settings, ["trace", *arguments], ROOT)


def _prove(settings: Settings, arguments: Sequence[str], folder: Path | None = None) -> int:
    """In the caller's own folder, so that the files that were named are found; trace looks at the whole checkout."""
    java_home = jdk.find(settings.environment)
    Build(settings, java_home).ensure_module(MODULE)
    done = subprocess.run(command(java_home, arguments), cwd=folder, env=dict(settings.environment), check=False)
    return done.returncode


def command(java_home: Path, arguments: Sequence[str]) -> list[str]:
    jar = app_jar(MODULE)
    # what starts fastest: half of the wait would be the JVM's own
    options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"]
    return [str(java_home / "bin" / "java"), *options, "-jar", str(jar), *arguments]
