"""Where things are and which ports they have."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .problem import Problem

ROOT = Path(__file__).resolve().parents[3]

DEFAULT_PORT_BASE = 8080
# From 32768 on Linux hands ports to outgoing connections, which may then hold one that a service wants.
FIRST_EPHEMERAL_PORT = 32768
TEST_PORT_DISTANCES = (10000, 100)

GATEWAY = "gateway"
DIRECTORY = "directory-service"
SERVICES = (
    DIRECTORY,
    "referral-service",
    "assessment-service",
    "escalation-service",
    "notification-service",
)
# The order in which the suite starts; it stops in the reverse.
SUITE = (*SERVICES, GATEWAY)
SERVERS = ("mongodb", "rabbitmq", "keycloak")

_OFFSETS = {
    GATEWAY: 0,
    DIRECTORY: 1,
    "referral-service": 2,
    "assessment-service": 3,
    "escalation-service": 4,
    "notification-service": 5,
    "keycloak": 10,
    "keycloak-management": 11,
    "mongodb": 12,
    "rabbitmq": 13,
    "rabbitmq-distribution": 14,
    "epmd": 15,
}


@dataclass(frozen=True)
class Settings:
    """One suite: its state folder, its ports, the environment it was asked to start with."""

    home: Path
    cache: Path
    port_base: int
    environment: Mapping[str, str]

    @staticmethod
    def of(environment: Mapping[str, str]) -> "Settings":
        home = Path(environment.get("KINBRIDGE_HOME") or ROOT / ".kinbridge")
        # Downloads, unpacked jars and start-up caches serve every suite of this checkout.
        cache = Path(environment.get("KINBRIDGE_CACHE") or ROOT / ".kinbridge" / "cache")
        base = port_base(environment) or remembered_port_base(home) or DEFAULT_PORT_BASE
        return Settings(home.absolute(), cache.absolute(), base, dict(environment))

    def remember_ports(self) -> None:
        """So that the other commands find a suite that was started on ports of its own."""
        self.home.mkdir(parents=True, exist_ok=True)
        _ports_file(self.home).write_text(str(self.port_base))

    def forget_ports(self) -> None:
        _ports_file(self.home).unlink(missing_ok=True)

    def port(self, part: str) -> int:
        """A second instance, `referral-service@2`, says its port itself."""
        name, _, instance = part.partition("@")
        if instance:
            return int(self.given("SERVER_PORT") or 0)
        return self.port_base + _OFFSETS[name]

    def given(self, variable: str) -> str | None:
        return self.environment.get(variable) or None

    @property
    def gateway_url(self) -> str:
        return f"http://localhost:{self.port(GATEWAY)}"

    @property
    def logs(self) -> Path:
        return self.home / "logs"

    @property
    def run(self) -> Path:
        return self.home / "run"

    def log(self, part: str) -> Path:
        return self.logs / f"{part}.log"

    def for_tests(self) -> "Settings":
        """A suite beside this one, so that tests never touch what a person is looking at."""
        base = self.given("KINBRIDGE_TEST_PORT_BASE")
        near = [self.port_base + distance for distance in TEST_PORT_DISTANCES]
        port = int(base) if base else next((port for port in near if port + 16 < FIRST_EPHEMERAL_PORT), near[0])
        return Settings(self.home / "test", self.cache, port, self.environment)


def port_base(environment: Mapping[str, str]) -> int | None:
    text = environment.get("KINBRIDGE_PORT_BASE")
    if not text:
        return None
    if not text.isdigit() or not 1024 <= int(text) <= 65000:
        raise Problem(f"KINBRIDGE_PORT_BASE is '{text}'. Give a number from 1024 to 65000, such as 9080.")
    return int(text)


def _ports_file(home: Path) -> Path:
    return home / "port-base"


def remembered_port_base(home: Path) -> int | None:
    try:
        return int(_ports_file(home).read_text())
    except (OSError, ValueError):
        return None


def current() -> Settings:
    return Settings.of(os.environ)
