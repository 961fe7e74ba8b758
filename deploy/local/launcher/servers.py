"""The three servers together, and the memory of where they are."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from .build import Build
from .keycloak import Keycloak
from .mongodb import MongoDb
from .problem import Problem
from .processes import Processes
from .rabbitmq import RabbitMq
from .server import Address
from .settings import SERVERS, Settings

# Where a person says that there is one already.
VARIABLES = {"mongodb": "MONGODB_URI", "rabbitmq": "RABBITMQ_URI", "keycloak": "KEYCLOAK_URL"}


class Servers:
    def __init__(self, settings: Settings, processes: Processes, build: Build, java_home: Path) -> None:
        self._settings = settings
        self._ensure = {
            "mongodb": MongoDb(settings, processes, java_home).ensure,
            "rabbitmq": RabbitMq(settings, processes).ensure,
            "keycloak": Keycloak(settings, processes, build, java_home).ensure,
        }

    def ensure(self) -> dict[str, Address]:
        """Side by side. What fails is told together, once all have come to rest."""
        with ThreadPoolExecutor(max_workers=len(SERVERS)) as pool:
            begun = {name: pool.submit(self._ensure[name]) for name in SERVERS}
        failures = [future.exception() for future in begun.values()]
        problems = [str(failure) for failure in failures if isinstance(failure, Problem)]
        if problems:
            raise Problem("\n\n".join(problems))
        addresses = {name: future.result() for name, future in begun.items()}
        remember(self._settings, addresses)
        return addresses

    def ensure_one(self, name: str) -> None:
        remember(self._settings, {**recall(self._settings), name: self._ensure[name]()})


def _file(settings: Settings) -> Path:
    return settings.home / "servers.json"


def remember(settings: Settings, addresses: dict[str, Address]) -> None:
    settings.home.mkdir(parents=True, exist_ok=True)
    _file(settings).write_text(json.dumps({name: asdict(address) for name, address in addresses.items()}))


def recall(settings: Settings) -> dict[str, Address]:
    """The servers of the last start."""
    try:
        kept = json.loads(_file(settings).read_text())
        return {name: Address(str(known["uri"]), bool(known["own"])) for name, known in kept.items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def addresses_for_one_service(settings: Settings) -> dict[str, Address]:
    """What the environment says now, else what the suite was started with: a test may put a proxy in between."""
    known = recall(settings)
    given = {name: settings.given(variable) for name, variable in VARIABLES.items()}
    return known | {name: Address(uri, own=False) for name, uri in given.items() if uri}
