import tempfile
import unittest
from pathlib import Path

from support import ROOT
from launcher.problem import Problem
from launcher.settings import SERVERS, SUITE, Settings


class SettingsTest(unittest.TestCase):
    def test_ports_follow_the_base(self) -> None:
        settings = Settings.of({"KINBRIDGE_PORT_BASE": "9000"})
        self.assertEqual([settings.port(part) for part in SUITE], [9001, 9002, 9003, 9004, 9005, 9000])
        self.assertEqual([settings.port(part) for part in SERVERS], [9012, 9013, 9010])

    def test_ports_never_meet(self) -> None:
        settings = Settings.of({})
        ports = [settings.port(part) for part in (*SUITE, *SERVERS, "epmd", "rabbitmq-distribution")]
        self.assertEqual(len(ports), len(set(ports)))

    def test_a_second_instance_says_its_own_port(self) -> None:
        self.assertEqual(Settings.of({"SERVER_PORT": "9777"}).port("referral-service@2"), 9777)

    def test_refuses_a_port_base_that_is_none(self) -> None:
        for text in ("abc", "80", "99999", "-1"):
            with self.assertRaisesRegex(Problem, "KINBRIDGE_PORT_BASE", msg=text):
                Settings.of({"KINBRIDGE_PORT_BASE": text})

    def test_other_commands_find_the_ports_of_the_suite_that_was_started(self) -> None:
        with tempfile.TemporaryDirectory() as home:
            Settings.of({"KINBRIDGE_HOME": home, "KINBRIDGE_PORT_BASE": "9000"}).remember_ports()
            self.assertEqual(Settings.of({"KINBRIDGE_HOME": home}).port_base, 9000)
            self.assertEqual(Settings.of({"KINBRIDGE_HOME": home, "KINBRIDGE_PORT_BASE": "9500"}).port_base, 9500)
            Settings.of({"KINBRIDGE_HOME": home}).forget_ports()
            self.assertEqual(Settings.of({"KINBRIDGE_HOME": home}).port_base, 8080)

    def test_state_lies_in_the_checkout_unless_said_otherwise(self) -> None:
        self.assertEqual(Settings.of({}).home, ROOT / ".kinbridge")
        self.assertEqual(Settings.of({"KINBRIDGE_HOME": "/elsewhere"}).home, Path("/elsewhere"))

    def test_tests_have_a_suite_beside_it_and_share_the_cache(self) -> None:
        settings = Settings.of({"KINBRIDGE_PORT_BASE": "8080"})
        tests = settings.for_tests()
        self.assertEqual((tests.home, tests.port_base), (ROOT / ".kinbridge" / "test", 18080))
        self.assertEqual(tests.cache, settings.cache)

    def test_tests_keep_away_from_the_ports_of_outgoing_connections(self) -> None:
        self.assertEqual(Settings.of({"KINBRIDGE_PORT_BASE": "28080"}).for_tests().port_base, 28180)


if __name__ == "__main__":
    unittest.main()
