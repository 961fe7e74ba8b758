"""The six services as processes."""

import time
from collections.abc import Sequence
from pathlib import Path

from . import console, net
from .keycloak import REALM, realm_source
from .problem import Problem
from .processes import Processes, Running
from .server import Address, last_lines, require_free_port
from .settings import DIRECTORY, GATEWAY, SERVERS, SERVICES, SUITE, Settings
from .timeshift import TimeShift
from .unpacked import Unpacked

_HEAP = "192m"
_READY_SECONDS = 180
_PEOPLE_SECONDS = 60


def service_of(part: str) -> str:
    """`referral-service@2` is a second instance of referral-service."""
    return part.partition("@")[0]


def url(settings: Settings, part: str) -> str:
    return f"http://localhost:{settings.port(part)}"


def is_ready(port: int) -> bool:
    answer = net.request("GET", f"http://127.0.0.1:{port}/actuator/health/readiness", timeout=5)
    return answer is not None and answer.status == 200


def knows_people(port: int) -> bool:
    answer = net.request("GET", f"http://127.0.0.1:{port}/actuator/health/people", timeout=5)
    return answer is not None and answer.status == 200


class Suite:
    def __init__(self, settings: Settings, processes: Processes, java_home: Path) -> None:
        self._settings = settings
        self._processes = processes
        self._java_home = java_home

    def ensure(self, parts: Sequence[str], addresses: dict[str, Address]) -> None:
        """Starts those that are not running, and waits until all of them are ready."""
        missing = [server for server in SERVERS if server not in addresses]
        if missing:
            raise Problem(f"Nothing is known of {', '.join(missing)}. Start the whole suite first: ./kinbridge start")
        began = time.monotonic()
        started = [self._started(part, addresses) for part in parts]
        self._wait(started, began)
        self._wait_for_people(started)

    def untrained(self) -> list[str]:
        """The services without a start-up cache; see Unpacked."""
        return [service for service in SUITE if not self._unpacked(service).trained]

    def train(self, addresses: dict[str, Address]) -> None:
        for service in self.untrained():
            app = self._unpacked(service)
            app.ensure()
            console.progress(service, "training its start-up cache (once for a build, about half a minute)")
            app.train(self.environment(service, addresses))

    def _unpacked(self, service: str) -> Unpacked:
        return Unpacked(self._settings, self._java_home, service, _HEAP)

    def _started(self, part: str, addresses: dict[str, Address]) -> Running:
        port = self._settings.port(part)
        if not port:
            raise Problem(f"Say on which port {part} shall listen: SERVER_PORT=9090 ./kinbridge start {part}")
        running = self._processes.find_on(part, port)
        if running:
            return running
        require_free_port(self._settings, part, port)
        app = self._unpacked(service_of(part))
        app.ensure()
        console.progress(part, "starting")
        return self._processes.start(part, app.command(), self.environment(part, addresses), port=port)

    def environment(self, part: str, addresses: dict[str, Address]) -> dict[str, str]:
        """Everything that application.yaml reads; the same names as in the Kubernetes manifests."""
        settings, service = self._settings, service_of(part)
        source = realm_source()
        client = source.GATEWAY if service == GATEWAY else service
        set_here = {
            "SERVER_PORT": str(settings.port(part)),
            "SERVER_ADDRESS": "127.0.0.1",
            "SPRING_PROFILES_ACTIVE": "local",
            "MONGODB_URI": addresses["mongodb"].uri,
            "RABBITMQ_URI": addresses["rabbitmq"].uri,
            "KINBRIDGE_ISSUER": f"{addresses['keycloak'].uri}/realms/{REALM}",
            "KINBRIDGE_GATEWAY_URL": settings.gateway_url,
            "KINBRIDGE_CLIENT_SECRET": source.local_secrets()[source.secret_name(client)],
        }
        peers = {peer_variable(peer): url(settings, peer) for peer in SERVICES}
        given = {name: value for name, value in settings.environment.items() if name in peers}
        return {**settings.environment, **peers, **given, **set_here, **TimeShift(settings).environment()}

    def _wait_for_people(self, started: Sequence[Running]) -> None:
        """The directory is ready before it knows who works where: whom to call is answered without."""
        directory = _directory_of(started)
        began = time.monotonic()
        while directory and not knows_people(directory.port):
            if time.monotonic() - began > _PEOPLE_SECONDS:
                console.progress(directory.part, "still does not know who works where; it goes on asking Keycloak")
                return
            time.sleep(0.2)

    def _wait(self, started: Sequence[Running], began: float) -> None:
        waiting = list(started)
        while waiting:
            for running in list(waiting):
                if is_ready(running.port):
                    console.progress(running.part, f"ready on port {running.port}")
                    waiting.remove(running)
                elif self._processes.find(running.part) is None:
                    told = last_lines(self._settings, running.part)
                    raise Problem(f"{running.part} ended while it was starting. {told}")
            if waiting and time.monotonic() - began > _READY_SECONDS:
                names = ", ".join(running.part for running in waiting)
                told = last_lines(self._settings, waiting[0].part)
                raise Problem(f"Not ready after {_READY_SECONDS} seconds: {names}. {told}")
            time.sleep(0.1)


def _directory_of(started: Sequence[Running]) -> Running | None:
    return next((running for running in started if service_of(running.part) == DIRECTORY), None)


def peer_variable(service: str) -> str:
    """KINBRIDGE_REFERRAL_URL and so on: where the others find it."""
    return f"KINBRIDGE_{service.removesuffix('-service').upper()}_URL"
