"""What something ran on, in words."""

import os
from pathlib import Path

from . import amqp_wire, keycloak, mongo_wire, net
from .problem import Problem
from .server import Address
from .settings import Settings


def mongodb_kind(address: Address) -> str:
    if not address.own:
        return "given"
    return "mongod" if "replicaSet" in address.uri else "embedded"


def describe(settings: Settings, name: str, address: Address) -> str:
    asked = {"mongodb": _mongodb, "rabbitmq": _rabbitmq, "keycloak": _keycloak}[name]
    try:
        version = asked(settings, address)
    except (OSError, Problem, KeyError) as silent:
        version = f"version unknown ({silent})"
    return f"  {name:<10}{version}, {'started here' if address.own else 'given'}"


def _mongodb(settings: Settings, address: Address) -> str:
    where = mongo_wire.address(address.uri)
    if where is None:
        return "version not asked for"
    info = mongo_wire.command(*where, {"buildInfo": 1})
    behind = info.get("ferretdb")
    if behind:
        return f"DocumentDB behind FerretDB {behind['version']}, answering as MongoDB {info['version']}"
    if mongodb_kind(address) == "embedded":
        return f"embedded mongo-java-server on H2, answering as MongoDB {info['version']}"
    return f"MongoDB {info['version']}"


def _rabbitmq(settings: Settings, address: Address) -> str:
    properties = amqp_wire.server_properties(*amqp_wire.address(address.uri))
    return f"{properties['product']} {properties['version']} ({properties['platform']})"


def _keycloak(settings: Settings, address: Address) -> str:
    user = settings.given("KEYCLOAK_ADMIN") or "admin"
    token = keycloak.admin_token(address.uri, user, settings.given("KEYCLOAK_ADMIN_PASSWORD") or "admin")
    headers = {"Authorization": f"Bearer {token}"}
    answer = net.request("GET", f"{address.uri}/admin/serverinfo", headers=headers)
    return f"Keycloak {answer.json()['systemInfo']['version']}" if answer and answer.status == 200 else "Keycloak"


def machine() -> str:
    """Cores and memory, and how busy others keep it: figures of a busy machine are worth less."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"  {'machine':<10}{os.cpu_count()} cores, {_memory_gb()} GiB; load before {load}"


def _memory_gb() -> int:
    try:
        first = Path("/proc/meminfo").read_text().split()
        return round(int(first[1]) / 1024 / 1024)
    except (OSError, ValueError, IndexError):
        return 0
