"""Keycloak: given, or the Maven distribution; and the realm in it."""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

from . import console, net
from .build import Build, with_java
from .problem import Problem
from .processes import Processes, Running
from .server import Address, require_free_port, wait_until
from .settings import ROOT, Settings

PART = "keycloak"
VERSION = "26.7.3"
REALM = "kinbridge"

_ARTIFACT = f"org.keycloak:keycloak-quarkus-dist:{VERSION}:zip"
_FETCH = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"


def realm_source() -> ModuleType:
    """deploy/keycloak/realm.py, which composes the realm."""
    if "kinbridge_realm" not in sys.modules:
        spec = importlib.util.spec_from_file_location("kinbridge_realm", ROOT / "deploy" / "keycloak" / "realm.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules["kinbridge_realm"] = module
        spec.loader.exec_module(module)
    return sys.modules["kinbridge_realm"]


class Keycloak:
    def __init__(self, settings: Settings, processes: Processes, build: Build, java_home: Path) -> None:
        self._settings = settings
        self._processes = processes
        self._build = build
        self._java_home = java_home
        self._port = settings.port(PART)
        self._folder = settings.home / "keycloak"

    def ensure(self) -> Address:
        given = self._settings.given("KEYCLOAK_URL")
        if given:
            return self._given(given.rstrip("/"))
        url = f"http://localhost:{self._port}"
        running = self._processes.find_on(PART, self._port)
        if not running:
            require_free_port(self._settings, PART, self._port)
            running = self._start(self._distribution())
        wait_until(self._settings, self._processes, running, lambda: answers(url), 240)
        self._bring_in_realm(url, own=True)
        console.progress(PART, f"ready on port {self._port}")
        return Address(url, own=True)

    def _given(self, url: str) -> Address:
        if not answers(url):
            raise Problem(
                f"KEYCLOAK_URL is given, but no Keycloak answers at {url}.\n"
                "Start it, or unset KEYCLOAK_URL to use the distribution from Maven."
            )
        self._bring_in_realm(url, own=False)
        console.progress(PART, "given by KEYCLOAK_URL")
        return Address(url, own=False)

    # --- the program --------------------------------------------------------------------------

    def _distribution(self) -> Path:
        home = self._settings.cache / f"keycloak-{VERSION}"
        if home.exists():
            return home
        new = self._settings.cache / "keycloak-new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        console.progress(PART, f"fetching the distribution {VERSION} (170 MB, once)")
        self._build.maven("keycloak-fetch", [_FETCH, "-N", f"-Dartifact={_ARTIFACT}", f"-DoutputDirectory={new}"])
        console.progress(PART, "unpacking and preparing it (half a minute, once)")
        archive = next(new.glob("*.zip"))
        with zipfile.ZipFile(archive) as content:
            content.extractall(new)
        archive.unlink()
        unpacked = new / f"keycloak-{VERSION}"
        (unpacked / "bin" / "kc.sh").chmod(0o755)
        self._prepare(unpacked)
        unpacked.rename(home)
        shutil.rmtree(new)
        return home

    def _prepare(self, home: Path) -> None:
        done = subprocess.run(
            [str(home / "bin" / "kc.sh"), "build", "--db=dev-file"],
            env=with_java(self._settings.environment, self._java_home),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Problem(f"Keycloak could not be prepared:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")

    def _start(self, home: Path) -> Running:
        console.progress(PART, "starting")
        self._folder.mkdir(parents=True, exist_ok=True)
        user, password = self._administrator()
        environment = with_java(self._settings.environment, self._java_home) | {
            "KC_BOOTSTRAP_ADMIN_USERNAME": user,
            "KC_BOOTSTRAP_ADMIN_PASSWORD": password,
            "KC_DB_URL": f"jdbc:h2:file:{self._folder / 'database'};NON_KEYWORDS=VALUE",
            "JAVA_OPTS_KC_HEAP": "-Xms64m -Xmx512m",
            "JAVA_OPTS_APPEND": "-XX:TieredStopAtLevel=1",
        }
        options = [
            "--optimized",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            f"--http-port={self._port}",
            "--hostname-strict=false",
        ]
        command = [str(home / "bin" / "kc.sh"), "start", *options]
        return self._processes.start(PART, command, environment, port=self._port)

    # --- the realm ----------------------------------------------------------------------------

    def _administrator(self) -> tuple[str, str]:
        return self._settings.given("KEYCLOAK_ADMIN") or "admin", self._settings.given(
            "KEYCLOAK_ADMIN_PASSWORD"
        ) or "admin"

    def _realm_text(self) -> str:
        source = realm_source()
        environment = source.local_secrets() | {"KINBRIDGE_GATEWAY_URL": self._settings.gateway_url}
        return str(source.as_text(source.fill_in(source.local_realm(), environment)))

    def _bring_in_realm(self, url: str, own: bool) -> None:
        """Imports the realm where it is missing. In our own Keycloak, one from older sources is replaced."""
        text = self._realm_text()
        fingerprint = hashlib.sha256(text.encode()).hexdigest()
        known = self._folder / "realm.sha256"
        exists = answers(url, REALM)
        outdated = own and (not known.exists() or known.read_text() != fingerprint)
        if exists and not outdated:
            return
        headers = {"Authorization": f"Bearer {self._admin_token(url)}"}
        if exists:
            _require(
                net.request("DELETE", f"{url}/admin/realms/{REALM}", headers=headers, timeout=60),
                "remove the old realm",
            )
        console.progress(PART, f"importing the realm '{REALM}'")
        created = net.request("POST", f"{url}/admin/realms", json_body=json.loads(text), headers=headers, timeout=120)
        _require(created, "import the realm")
        if own:
            known.write_text(fingerprint)

    def _admin_token(self, url: str) -> str:
        return admin_token(url, *self._administrator())


def answers(url: str, realm: str = "master") -> bool:
    answer = net.request("GET", f"{url}/realms/{realm}", timeout=5)
    return answer is not None and answer.status == 200


def admin_token(url: str, user: str, password: str) -> str:
    form = {"grant_type": "password", "client_id": "admin-cli", "username": user, "password": password}
    answer = net.request("POST", f"{url}/realms/master/protocol/openid-connect/token", form=form)
    if answer is None or answer.status != 200:
        raise Problem(
            f"Keycloak at {url} refused its administrator '{user}'.\n"
            "Give KEYCLOAK_ADMIN and KEYCLOAK_ADMIN_PASSWORD: they are needed to bring in the realm."
        )
    return str(answer.json()["access_token"])


def _require(answer: net.Answer | None, purpose: str) -> None:
    if answer is None or answer.status >= 300:
        told = f"{answer.status} {answer.body[:300].decode(errors='replace')}" if answer else "no answer"
        raise Problem(f"Keycloak would not {purpose}: {told}")
