"""MongoDB: given, a mongod of this machine, or the embedded server."""

import os
import shutil
from pathlib import Path

from . import console, mongo_wire
from .build import app_jar
from .problem import Problem
from .processes import Processes, Running
from .server import Address, require_free_port, wait_until
from .settings import Settings
from .unpacked import jvm_options

PART = "mongodb"
_REPLICA_SET = "kinbridge"
_ALREADY_INITIATED = 23


class MongoDb:
    def __init__(self, settings: Settings, processes: Processes, java_home: Path) -> None:
        self._settings = settings
        self._processes = processes
        self._java_home = java_home
        self._port = settings.port(PART)

    def ensure(self) -> Address:
        given = self._settings.given("MONGODB_URI")
        if given:
            return self._given(given)
        mongod = self._mongod()
        running = self._processes.find_on(PART, self._port)
        if not running:
            require_free_port(self._settings, PART, self._port)
            running = self._start_mongod(mongod) if mongod else self._start_embedded()
        wait_until(self._settings, self._processes, running, self._answers, 60)
        if mongod:
            self._initiate()
        console.progress(PART, f"ready on port {self._port} ({'mongod' if mongod else 'embedded'})")
        return Address(self._own_uri(mongod), own=True)

    def _given(self, uri: str) -> Address:
        address = mongo_wire.address(uri)
        if address:
            try:
                mongo_wire.command(*address, {"hello": 1})
            except OSError as silent:
                raise Problem(
                    f"MONGODB_URI is given, but no MongoDB answers at {address[0]}:{address[1]} ({silent}).\n"
                    "Start that server, or unset MONGODB_URI to use the embedded one."
                ) from None
        console.progress(PART, "given by MONGODB_URI")
        return Address(uri, own=False)

    def _mongod(self) -> str | None:
        named = self._settings.given("KINBRIDGE_MONGOD")
        if named and not os.access(named, os.X_OK):
            raise Problem(f"KINBRIDGE_MONGOD is '{named}', which is no program. Correct it or unset it.")
        return named or shutil.which("mongod", path=self._settings.given("PATH"))

    def _own_uri(self, mongod: str | None) -> str:
        uri = f"mongodb://localhost:{self._port}/"
        return f"{uri}?replicaSet={_REPLICA_SET}" if mongod else uri

    def _start_embedded(self) -> Running:
        console.progress(PART, "starting the embedded server (for a first look; see docs/adr)")
        jar = app_jar(PART)
        if jar is None:
            raise Problem("The embedded MongoDB server is not built. Build it: ./kinbridge start")
        folder = self._settings.home / "mongodb" / "embedded"
        java = self._java_home / "bin" / "java"
        options = jvm_options(self._settings, heap="256m")
        command = [str(java), *options, "-jar", str(jar), str(folder), str(self._port)]
        return self._processes.start(PART, command, self._settings.environment, port=self._port)

    def _start_mongod(self, mongod: str) -> Running:
        console.progress(PART, f"starting {mongod} as a replica set of one")
        folder = self._settings.home / "mongodb" / "mongod"
        folder.mkdir(parents=True, exist_ok=True)
        where = ["--dbpath", str(folder), "--port", str(self._port), "--bind_ip", "localhost"]
        command = [mongod, "--replSet", _REPLICA_SET, *where]
        return self._processes.start(PART, command, self._settings.environment, port=self._port)

    def _initiate(self) -> None:
        members = [{"_id": 0, "host": f"localhost:{self._port}"}]
        answer = self._ask({"replSetInitiate": {"_id": _REPLICA_SET, "members": members}})
        if answer.get("ok") != 1.0 and answer.get("code") != _ALREADY_INITIATED:
            raise Problem(f"mongod refused to become a replica set: {answer.get('errmsg')}")

    def _answers(self) -> bool:
        try:
            return self._ask({"hello": 1}).get("ok") == 1.0
        except OSError:
            return False

    def _ask(self, command: mongo_wire.Document) -> mongo_wire.Document:
        return mongo_wire.command("localhost", self._port, command)
