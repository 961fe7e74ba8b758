"""The commands."""

import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType

from . import console
from .bench import bench
from .lifecycle import TRAINER, reset, start, stop, train
from .look import logs, status
from .play import advance, journey, mail, token
from .problem import Problem
from .proofs import lint, model_check, pack, trace
from .settings import current
from .testrun import control, test

HELP = """Kinbridge on one machine

  ./kinbridge start                start everything that does not run yet; builds what has changed
  ./kinbridge start SERVICE ...    only that service or server (mongodb, rabbitmq, keycloak)
  ./kinbridge stop [SERVICE ...]   stop it all, or only that
  ./kinbridge status [--json]      what runs, on which port, with how much memory
  ./kinbridge logs [SERVICE [-f]]  the end of the logs; -f follows
  ./kinbridge token USER           a bearer token of a demonstration user, for curl
  ./kinbridge journey [NAME]       play a pathway through the gateway and tell the story; without a name: which
  ./kinbridge mail [USER]          mails and texts that were caught: a local suite has no mail server
  ./kinbridge advance 3d           move the suite's time forward (also 24h, 90m, 1d12h)
  ./kinbridge bench [NAME]         how fast, beside what would be possible; restarts the gateway without its limits
  ./kinbridge reset [--all]        stop and forget all data; --all also forgets downloads and caches
  ./kinbridge test [MAVEN ARGS]    build, and run every test on real servers

  ./kinbridge lint [FILE ...]      check the shipped protocol packs, or these files or folders together with them
                                   with --waiting also: what they say that waits for a later feature
  ./kinbridge model-check [PACK]   explore everything that can happen in a pack, such as salford; or in all of them
  ./kinbridge pack PACK [--diagram]  show what a pack says, or draw its pathways (Mermaid)
  ./kinbridge trace [SAL|SAL-04]   where each obligation is kept, or why not in a pack, and totals; --check or --write
                                   docs/traceability.md

Environment
  KINBRIDGE_PORT_BASE   first port (8080); the suite uses the sixteen from there
  KINBRIDGE_HOME        state folder (.kinbridge); KINBRIDGE_CACHE: downloads and start-up caches
  JAVA_HOME             a JDK 25, when it is not found by itself
  MONGODB_URI, RABBITMQ_URI                               servers of your own
  KEYCLOAK_URL, KEYCLOAK_ADMIN, KEYCLOAK_ADMIN_PASSWORD   a Keycloak of your own; the realm is brought in if missing
  KINBRIDGE_MONGOD      a mongod program to run as a replica set of one
  KINBRIDGE_RATE_LIMIT  requests a minute for each caller at the gateway (600); 0 lifts the limit, as bench does
  KINBRIDGE_JAVA_OPTIONS, KINBRIDGE_TEST_PORT_BASE, KINBRIDGE_BUILD=skip
"""


def help_(_: Sequence[str]) -> int:
    console.say(HELP)
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "start": lambda arguments: start(current(), arguments),
    "stop": lambda arguments: stop(current(), arguments),
    "status": lambda arguments: status(current(), arguments),
    "logs": lambda arguments: logs(current(), arguments),
    "token": lambda arguments: token(current(), arguments),
    "journey": lambda arguments: journey(current(), arguments),
    "mail": lambda arguments: mail(current(), arguments),
    "advance": lambda arguments: advance(current(), arguments),
    "reset": lambda arguments: reset(current(), arguments),
    "test": lambda arguments: test(current(), arguments),
    "bench": lambda arguments: bench(current(), arguments),
    "lint": lambda arguments: lint(current(), arguments),
    "model-check": lambda arguments: model_check(current(), arguments),
    "pack": lambda arguments: pack(current(), arguments),
    "trace": lambda arguments: trace(current(), arguments),
    # in the background, after a build
    TRAINER: lambda _: train(current()),
    # for fault tests, through KINBRIDGE_SERVER_CONTROL, and for benchmarks
    "control": lambda arguments: control(current(), arguments),
    "help": help_,
}


def main(arguments: Sequence[str]) -> int:
    signal.signal(signal.SIGTERM, _end)
    name, rest = (arguments[0], arguments[1:]) if arguments else ("help", ())
    command = COMMANDS.get("help" if name in ("-h", "--help") else name)
    if command is None:
        console.complain(f"There is no command '{name}'.\n\n{HELP}")
        return 2
    try:
        return command(rest)
    except Problem as problem:
        console.complain(f"\n{problem}")
        return 1
    except KeyboardInterrupt:
        console.complain("\nInterrupted. What was started goes on; ./kinbridge stop ends it.")
        return 130
    except PermissionError as refused:
        console.complain(f"\nNot allowed: {refused}. Does the state folder belong to another user?")
        return 1
    except BrokenPipeError:
        return 0


def _end(_number: int, _frame: FrameType | None) -> None:
    sys.exit(143)
