"""With real processes: pid files that lie, children that outlive their parents."""

import json
import os
import subprocess
import sys
import time
import unittest

from support import WithFolder
from launcher.problem import Problem
from launcher.processes import Processes, began

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
PARENT = "import subprocess, sys, time; subprocess.Popen(['sleep', '60'], start_new_session=True); time.sleep(60)"


class ProcessesTest(WithFolder):
    def setUp(self) -> None:
        super().setUp()
        self.processes = Processes(self.settings())
        self.addCleanup(lambda: (self.processes.stop(["it"], grace=0), self.processes.end_leftovers()))

    def start(self, *command: str) -> int:
        return self.processes.start("it", command, {"PATH": os.environ["PATH"]}, port=4711).pid

    def test_finds_what_it_started(self) -> None:
        pid = self.start("sleep", "60")
        found = self.processes.find("it")
        self.assertIsNotNone(found)
        self.assertEqual((found.pid, found.port), (pid, 4711))  # type: ignore[union-attr]

    def test_stops_it_and_forgets_it(self) -> None:
        pid = self.start("sleep", "60")
        self.assertEqual(self.processes.stop(["it"]), ["it"])
        self.assertIsNone(began(pid))
        self.assertIsNone(self.processes.find("it"))
        self.assertEqual(self.processes.stop(["it"]), [])

    def test_ends_by_force_what_will_not_stop(self) -> None:
        pid = self.start(sys.executable, "-c", STUBBORN)
        time.sleep(0.3)
        self.processes.stop(["it"], grace=0.3)
        self.assertIsNone(began(pid))

    def test_a_pid_that_now_belongs_to_another_process_is_not_ours(self) -> None:
        stranger = subprocess.Popen(["sleep", "60"])
        self.addCleanup(stranger.wait)
        self.addCleanup(stranger.kill)
        file = self.folder / "home" / "run" / "it.pid"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"pid": stranger.pid, "began": "1", "port": 4711}))

        self.assertIsNone(self.processes.find("it"))
        self.assertEqual(self.processes.stop(["it"]), [])
        self.assertIsNone(stranger.poll())
        self.assertFalse(file.exists(), "the stale pid file is removed")

    def test_a_broken_pid_file_is_removed(self) -> None:
        file = self.folder / "home" / "run" / "it.pid"
        file.parent.mkdir(parents=True)
        for text in ("", "{", '"x"', "{}"):
            file.write_text(text)
            self.assertIsNone(self.processes.find("it"), text)
            self.assertFalse(file.exists())

    def test_a_part_on_another_port_is_a_problem(self) -> None:
        self.start("sleep", "60")
        with self.assertRaisesRegex(Problem, "already runs, on port 4711 and not on 4712"):
            self.processes.find_on("it", 4712)

    def test_children_in_sessions_of_their_own_are_no_leftovers_and_end_with_their_parent(self) -> None:
        self.start(sys.executable, "-c", PARENT)
        time.sleep(0.5)
        self.assertEqual(self.processes.leftovers(), [])
        self.processes.stop(["it"])
        self.assertEqual(self.processes.leftovers(), [])

    def test_orphans_of_a_killed_parent_are_leftovers(self) -> None:
        pid = self.start(sys.executable, "-c", PARENT)
        time.sleep(0.5)
        os.kill(pid, 9)
        time.sleep(0.3)
        self.assertEqual(len(self.processes.leftovers()), 1)
        self.assertEqual(self.processes.end_leftovers(), 1)
        self.assertEqual(self.processes.leftovers(), [])


if __name__ == "__main__":
    unittest.main()
