"""A mongod of the machine, played by a small program that speaks enough of the protocol."""

import os
import socket
import sys
import unittest
from pathlib import Path

from support import LOCAL, WithFolder
from launcher.mongodb import MongoDb
from launcher.problem import Problem
from launcher.processes import Processes
from launcher.server import Address

PLAYED = """#!{python}
import socket, struct, sys
sys.path.insert(0, "{local}")
from launcher import mongo_wire
open("{folder}/arguments", "w").write(" ".join(sys.argv[1:]))
server = socket.create_server(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])))
initiated = False
while True:
    connection, _ = server.accept()
    with connection:
        length = connection.recv(4)
        if not length:
            continue
        asked = mongo_wire.decode(connection.recv(struct.unpack("<i", length)[0])[17:])
        answer = {{"ok": 1}}
        if "replSetInitiate" in asked:
            answer = {{"ok": 0, "code": 23, "errmsg": "already initialized"}} if initiated else answer
            initiated = True
            open("{folder}/initiated", "a").write(asked["replSetInitiate"]["members"][0]["host"] + chr(10))
        body = bytes(5) + mongo_wire.encode(answer)
        connection.sendall(struct.pack("<iiii", 16 + len(body), 1, 1, 2013) + body)
"""


class MongodTest(WithFolder):
    def mongod(self, **environment: str) -> MongoDb:
        with socket.create_server(("127.0.0.1", 0)) as free:
            base = free.getsockname()[1] - 12
        self.state = self.settings(base, **environment)
        processes = Processes(self.state)
        self.addCleanup(lambda: processes.stop(["mongodb"]))
        return MongoDb(self.state, processes, Path("/no/java"))

    def played(self) -> str:
        program = self.folder / "mongod"
        program.write_text(PLAYED.format(python=sys.executable, local=LOCAL, folder=self.folder))
        program.chmod(0o755)
        return str(program)

    def test_runs_as_a_replica_set_of_one_and_is_initiated_as_often_as_it_is_started(self) -> None:
        mongodb = self.mongod(KINBRIDGE_MONGOD=self.played())
        port = self.state.port("mongodb")
        for _ in range(2):
            address = mongodb.ensure()
        self.assertEqual(address, Address(f"mongodb://localhost:{port}/?replicaSet=kinbridge", own=True))
        arguments = (self.folder / "arguments").read_text()
        self.assertIn("--replSet kinbridge", arguments)
        self.assertIn("--bind_ip localhost", arguments)
        self.assertEqual((self.folder / "initiated").read_text().split(), [f"localhost:{port}"] * 2)

    def test_the_one_on_the_path_is_taken_too(self) -> None:
        self.played()
        mongodb = self.mongod(PATH=f"{self.folder}:{os.environ['PATH']}")
        self.assertIn("replicaSet=kinbridge", mongodb.ensure().uri)

    def test_a_name_that_is_no_program_is_a_problem(self) -> None:
        with self.assertRaisesRegex(Problem, "KINBRIDGE_MONGOD is '/no/mongod'"):
            self.mongod(KINBRIDGE_MONGOD="/no/mongod").ensure()


if __name__ == "__main__":
    unittest.main()
