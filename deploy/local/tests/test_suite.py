import contextlib
import io
import socket
import unittest

from support import WithFolder
from launcher import lifecycle, servers, timeshift
from launcher.look import as_table
from launcher.problem import Problem
from launcher.processes import Processes
from launcher.rabbitmq import RabbitMq
from launcher.server import Address, require_free_port
from launcher.settings import Settings
from launcher.suite import Suite, peer_variable
from launcher.testrun import control, environment_for_tests

OWN = {
    "mongodb": Address("mongodb://localhost:39012/", own=True),
    "rabbitmq": Address("amqp://guest:guest@localhost:39013", own=True),
    "keycloak": Address("http://localhost:39010", own=True),
}


class EnvironmentTest(WithFolder):
    def environment(self, part: str, **given: str) -> dict[str, str]:
        settings = self.settings(**given)
        return Suite(settings, Processes(settings), self.folder).environment(part, OWN)

    def test_a_service_gets_its_port_its_servers_and_its_peers(self) -> None:
        environment = self.environment("referral-service")
        wanted = {
            "SERVER_PORT": "39002",
            "SERVER_ADDRESS": "127.0.0.1",
            "SPRING_PROFILES_ACTIVE": "local",
            "MONGODB_URI": "mongodb://localhost:39012/",
            "RABBITMQ_URI": "amqp://guest:guest@localhost:39013",
            "KINBRIDGE_ISSUER": "http://localhost:39010/realms/kinbridge",
            "KINBRIDGE_DIRECTORY_URL": "http://localhost:39001",
            "KINBRIDGE_NOTIFICATION_URL": "http://localhost:39005",
            "KINBRIDGE_CLIENT_SECRET": "local-referral-service",
        }
        self.assertEqual({name: environment[name] for name in wanted}, wanted)
        self.assertNotIn("KINBRIDGE_TIME_OFFSET", environment)

    def test_the_gateway_has_its_own_client(self) -> None:
        self.assertEqual(self.environment("gateway")["KINBRIDGE_CLIENT_SECRET"], "local-kinbridge-gateway")

    def test_the_caller_may_put_something_in_between(self) -> None:
        environment = self.environment("referral-service", KINBRIDGE_DIRECTORY_URL="http://localhost:4711")
        self.assertEqual(environment["KINBRIDGE_DIRECTORY_URL"], "http://localhost:4711")

    def test_a_service_started_later_gets_the_suites_time(self) -> None:
        timeshift.TimeShift(self.settings()).advance(90000)
        self.assertEqual(self.environment("referral-service")["KINBRIDGE_TIME_OFFSET"], "PT25H")

    def test_names_of_peers(self) -> None:
        self.assertEqual(peer_variable("escalation-service"), "KINBRIDGE_ESCALATION_URL")


class TimeShiftTest(WithFolder):
    def test_adds_up_and_says_who_was_not_told(self) -> None:
        shift = timeshift.TimeShift(self.settings())
        self.assertEqual(len(shift.advance(3600)), 5)
        shift.advance(1800)
        self.assertEqual(shift.seconds(), 5400)


class ServersTest(WithFolder):
    def test_remembers_where_they_are(self) -> None:
        servers.remember(self.settings(), OWN)
        self.assertEqual(servers.recall(self.settings()), OWN)

    def test_knows_nothing_before_the_first_start_or_after_damage(self) -> None:
        self.assertEqual(servers.recall(self.settings()), {})
        servers.remember(self.settings(), OWN)
        (self.folder / "home" / "servers.json").write_text("{")
        self.assertEqual(servers.recall(self.settings()), {})

    def test_the_environment_wins_for_one_service(self) -> None:
        servers.remember(self.settings(), OWN)
        addresses = servers.addresses_for_one_service(self.settings(RABBITMQ_URI="amqp://localhost:4711"))
        self.assertEqual(addresses["rabbitmq"], Address("amqp://localhost:4711", own=False))
        self.assertEqual(addresses["mongodb"], OWN["mongodb"])

    def test_a_given_server_that_is_silent_is_a_problem(self) -> None:
        settings = self.settings(RABBITMQ_URI="amqp://guest:guest@127.0.0.1:1")
        with self.assertRaisesRegex(Problem, "no broker answers at 127.0.0.1:1"):
            RabbitMq(settings, Processes(settings)).ensure()


class PortsTest(WithFolder):
    def test_a_port_that_is_taken_is_a_problem_that_names_who_and_what_to_do(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            with self.assertRaisesRegex(Problem, rf"{port}.*gateway.*taken by pid \d+(.|\n)*KINBRIDGE_PORT_BASE=40000"):
                require_free_port(self.settings(), "gateway", port)


class CommandsTest(WithFolder):
    def test_an_unknown_part_is_a_problem_that_names_the_known_ones(self) -> None:
        with self.assertRaisesRegex(Problem, "no 'referal-service'.*referral-service"):
            lifecycle.known_part("referal-service")

    def test_reset_empties_the_state_folder_and_keeps_the_cache(self) -> None:
        settings = self.settings()
        servers.remember(settings, OWN)
        (settings.cache / "apps").mkdir(parents=True)
        self.reset(settings)
        self.assertEqual([path.name for path in settings.home.iterdir()], ["lock"])
        self.assertTrue(settings.cache.exists())
        self.reset(settings, "--all")
        self.assertFalse(settings.cache.exists())

    def reset(self, settings: Settings, *arguments: str) -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(lifecycle.reset(settings, list(arguments)), 0)

    def test_the_table_adds_up_the_memory(self) -> None:
        row = {"part": "gateway", "state": "running", "port": 8080, "pid": 12, "memory_mb": 200}
        given = {"part": "mongodb", "state": "given", "port": None, "pid": None, "memory_mb": None}
        table = as_table([row, {**row, "part": "keycloak"}, given])
        self.assertTrue(table.endswith("400 MB"))
        self.assertRegex(table, r"mongodb +given +- +- +-")


class ForTestsTest(WithFolder):
    def test_tests_get_the_servers_and_a_suite_of_their_own(self) -> None:
        tests = self.settings().for_tests()
        servers.remember(tests, OWN)
        environment = environment_for_tests(tests, OWN)
        self.assertEqual(environment["MONGODB_URI"], "mongodb://localhost:39012/")
        self.assertEqual(environment["KINBRIDGE_HOME"], str(tests.home / "suite"))
        self.assertEqual(environment["KINBRIDGE_BUILD"], "skip")
        self.assertEqual(environment["KINBRIDGE_MONGODB_KIND"], "embedded")

    def test_control_knows_two_verbs_and_two_servers(self) -> None:
        for arguments in ([], ["kill"], ["stop", "mongodb"], ["kill", "keycloak"]):
            with self.assertRaisesRegex(Problem, "usage", msg=str(arguments)):
                control(self.settings(), arguments)

    def test_a_given_server_needs_somebody_who_can_kill_it(self) -> None:
        settings = self.settings()
        servers.remember(settings, {"mongodb": Address("mongodb://elsewhere", own=False)})
        with self.assertRaisesRegex(Problem, "KINBRIDGE_ENGINES"):
            control(settings, ["kill", "mongodb"])

    def test_given_servers_are_controlled_by_the_engines_program(self) -> None:
        program = self.folder / "engines"
        program.write_text(f'#!/bin/sh\necho "$@" > {self.folder}/called\n')
        program.chmod(0o755)
        settings = self.settings(KINBRIDGE_ENGINES=str(program))
        servers.remember(settings, {"mongodb": Address("mongodb://elsewhere", own=False)})
        self.assertEqual(control(settings, ["kill", "mongodb"]), 0)
        self.assertEqual((self.folder / "called").read_text(), "kill documentdb\n")


if __name__ == "__main__":
    unittest.main()
