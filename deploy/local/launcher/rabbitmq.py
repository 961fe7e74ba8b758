"""RabbitMQ: given, or Debian's package as a private node below the state folder."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from . import amqp_wire, console, net
from .problem import Problem
from .processes import Processes, Running
from .server import Address, last_lines, require_free_port, wait_until
from .settings import Settings

PART = "rabbitmq"
EPMD = "epmd"
PACKAGE = "rabbitmq-server"

# The package's own wrapper insists on /var/lib/rabbitmq; the script that it calls does not.
_SCRIPTS = ("/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/local/sbin/rabbitmq-server")
_POLICY = Path("/usr/sbin/policy-rc.d")

_ALTERNATIVES = f"""Install it (apt-get install {PACKAGE}), or give a broker: RABBITMQ_URI=amqp://user:password@host:port,
or use Docker: docker compose -f deploy/local/compose.yaml up -d (the file says how to go on)."""


class RabbitMq:
    def __init__(self, settings: Settings, processes: Processes) -> None:
        self._settings = settings
        self._processes = processes
        self._port = settings.port(PART)
        self._folder = settings.home / "rabbitmq"

    def ensure(self) -> Address:
        given = self._settings.given("RABBITMQ_URI")
        if given:
            return self._given(given)
        running = self._processes.find_on(PART, self._port)
        if not running:
            script = self._script()
            require_free_port(self._settings, PART, self._port)
            console.progress(PART, "starting a private node")
            running = self._start(script)
        wait_until(self._settings, self._processes, running, self._answers, 120)
        console.progress(PART, f"ready on port {self._port}")
        return Address(f"amqp://guest:guest@localhost:{self._port}", own=True)

    def _given(self, uri: str) -> Address:
        host, port = amqp_wire.address(uri)
        if not uri.startswith("amqps:"):
            try:
                amqp_wire.server_properties(host, port)
            except OSError as silent:
                raise Problem(
                    f"RABBITMQ_URI is given, but no broker answers at {host}:{port} ({silent}).\n"
                    "Start that broker, or unset RABBITMQ_URI to use a private one."
                ) from None
        console.progress(PART, "given by RABBITMQ_URI")
        return Address(uri, own=False)

    def _answers(self) -> bool:
        try:
            return bool(amqp_wire.server_properties("127.0.0.1", self._port))
        except OSError:
            return False

    # --- the program --------------------------------------------------------------------------

    def _script(self) -> str:
        found = self._installed()
        if not found:
            self._install()
            found = self._installed()
        if not found:
            raise Problem(f"RabbitMQ was installed, but its server script was not found. {_ALTERNATIVES}")
        return found

    def _installed(self) -> str | None:
        for script in _SCRIPTS:
            if os.access(script, os.X_OK):
                return script
        return shutil.which(PACKAGE, path=self._settings.given("PATH"))

    def require_obtainable(self) -> None:
        """Known at once, and so told before minutes of building."""
        if self._settings.given("RABBITMQ_URI") or self._installed():
            return
        if not self._apt_get():
            raise Problem(f"RabbitMQ is missing, and this system has no apt-get to install it. {_ALTERNATIVES}")
        if os.geteuid() != 0:
            raise Problem(f"RabbitMQ is missing, and only root may install it. {_ALTERNATIVES}")

    def _apt_get(self) -> str | None:
        return shutil.which("apt-get", path=self._settings.given("PATH"))

    def _install(self) -> None:
        self.require_obtainable()
        console.progress(PART, f"installing Debian's package {PACKAGE}")
        with_no_service_started(lambda: self._apt(self._apt_get() or "apt-get"))

    def _apt(self, apt: str) -> None:
        log = self._settings.log("apt-get")
        log.parent.mkdir(parents=True, exist_ok=True)
        environment = {**self._settings.environment, "DEBIAN_FRONTEND": "noninteractive"}
        with log.open("ab") as kept:
            for arguments in (["update"], ["install", "-y", "--no-install-recommends", PACKAGE]):
                done = subprocess.run(
                    [apt, *arguments], env=environment, stdin=subprocess.DEVNULL, stdout=kept, stderr=kept, check=False
                )
        if done.returncode:
            told = last_lines(self._settings, "apt-get")
            raise Problem(f"RabbitMQ could not be installed: is there a network? {told}\n{_ALTERNATIVES}")

    # --- the node -----------------------------------------------------------------------------

    def _start(self, script: str) -> Running:
        user = user_for(self._folder)
        self._prepare_folder(user)
        environment = self._node_environment()
        if not self._processes.find(EPMD):
            require_free_port(self._settings, EPMD, self._settings.port(EPMD))
            # Started by us, since the one that a node starts for itself outlives it.
            epmd = shutil.which("epmd", path=environment["PATH"]) or "epmd"
            port = self._settings.port(EPMD)
            command = [epmd, "-address", "127.0.0.1", "-port", str(port)]
            daemon = self._processes.start(EPMD, command, environment, port=port, user=user)
            wait_until(self._settings, self._processes, daemon, lambda: net.listens(port), 10)
        return self._processes.start(PART, [script], environment, port=self._port, folder=self._folder, user=user)

    def _prepare_folder(self, user: str | None) -> None:
        for name in ("data", "log"):
            (self._folder / name).mkdir(parents=True, exist_ok=True)
        (self._folder / "enabled_plugins").write_text("[].\n")
        (self._folder / "rabbitmq.conf").write_text("disk_free_limit.absolute = 100MB\n")
        owner = pwd.getpwnam(user) if user else pwd.getpwuid(os.geteuid())
        for path in (self._folder, *self._folder.rglob("*")):
            os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)

    def _node_environment(self) -> dict[str, str]:
        settings, folder = self._settings, self._folder
        idle_quietly = "+sbwt none +sbwtdcpu none +sbwtdio none"
        return {
            "PATH": f"{settings.given('PATH') or ''}:/usr/lib/rabbitmq/bin:/usr/sbin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "HOME": str(folder),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "ERL_EPMD_PORT": str(settings.port(EPMD)),
            "RABBITMQ_NODENAME": f"kinbridge-{settings.port_base}@localhost",
            "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODE_PORT": str(self._port),
            "RABBITMQ_DIST_PORT": str(settings.port("rabbitmq-distribution")),
            "RABBITMQ_MNESIA_BASE": str(folder / "data"),
            "RABBITMQ_LOG_BASE": str(folder / "log"),
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_CONF_ENV_FILE": "/dev/null",
            "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"),
            "RABBITMQ_PID_FILE": str(folder / "pid"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": f"{idle_quietly} -kernel inet_dist_use_interface {{127,0,0,1}}",
        }


def user_for(folder: Path) -> str | None:
    """Root hands the node to the package's user, where that user can reach the folder."""
    if os.geteuid() != 0 or not _exists("rabbitmq"):
        return None
    above = [parent for parent in folder.parents if parent.exists()]
    return "rabbitmq" if all(parent.stat().st_mode & 0o001 for parent in above) else None


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def with_no_service_started(install: Callable[[], None]) -> None:
    """Installs without the package's own node being started: ours is a private one, on other ports."""
    if _POLICY.exists():
        install()
        return
    _POLICY.write_text("#!/bin/sh\nexit 101\n")
    _POLICY.chmod(0o755)
    try:
        install()
    finally:
        _POLICY.unlink(missing_ok=True)
