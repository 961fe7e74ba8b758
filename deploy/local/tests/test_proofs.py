import json
import subprocess
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from support import ROOT, WithFolder
from launcher import bench, build, proofs
from launcher.main import COMMANDS, HELP
from launcher.problem import Problem


class BuildingOneModuleTest(WithFolder):
    def setUp(self) -> None:
        super().setUp()
        self.jar = self.folder / "protocols-app.jar"
        self.jar.touch()
        self.build = build.Build(self.settings(), Path("/jdk"))
        self.built: list[list[str]] = []

    def ensure(self, fingerprints: dict[Path, str]) -> None:
        maven = mock.patch.object(build.Build, "maven", lambda _, __, arguments: self.built.append(list(arguments)))
        jar = mock.patch.object(build, "app_jar", lambda _: self.jar if self.jar.exists() else None)
        sources = mock.patch.object(build, "sources_fingerprint", lambda root=ROOT: fingerprints[root])
        with maven, jar, sources:
            self.build.ensure_module("protocols")

    def test_builds_only_that_module_and_only_when_its_sources_have_changed(self) -> None:
        self.ensure({ROOT / "protocols": "1", ROOT: "a"})
        self.ensure({ROOT / "protocols": "1", ROOT: "b"})
        self.assertEqual([arguments[:3] for arguments in self.built], [["package", "-pl", "protocols"]])
        self.ensure({ROOT / "protocols": "2", ROOT: "b"})
        self.assertEqual(len(self.built), 2)

    def test_is_content_with_what_a_whole_build_has_left(self) -> None:
        self.build.remember("all")
        self.ensure({ROOT / "protocols": "1", ROOT: "all"})
        self.assertEqual(self.built, [])
        self.ensure({ROOT / "protocols": "1", ROOT: "one service has changed since"})
        self.assertEqual(self.built, [])


class ProofsTest(WithFolder):
    def run_with(self, verb: object, arguments: list[str]) -> tuple[list[str], object]:
        done = subprocess.CompletedProcess([], 1)
        run = mock.patch.object(proofs.subprocess, "run", return_value=done)
        found = mock.patch.object(proofs.jdk, "find", return_value=Path("/jdk"))
        built = mock.patch.object(build.Build, "ensure_module")
        jar = mock.patch.object(proofs, "app_jar", return_value=Path("/protocols-app.jar"))
        with run as ran, found, built, jar:
            self.assertEqual(verb(self.settings(), arguments), 1)  # type: ignore[operator]
        return ran.call_args.args[0], ran.call_args.kwargs["cwd"]

    def test_files_are_those_of_the_callers_folder(self) -> None:
        command, folder = self.run_with(proofs.lint, ["my-folder", "b.yaml"])
        self.assertEqual(command[-4:], ["/protocols-app.jar", "lint", "my-folder", "b.yaml"])
        self.assertIsNone(folder)

    def test_a_trace_is_of_the_whole_checkout(self) -> None:
        command, folder = self.run_with(proofs.trace, ["--check"])
        self.assertEqual(command[-2:], ["trace", "--check"])
        self.assertEqual(folder, ROOT)

    def test_a_trace_with_anything_else_is_refused(self) -> None:
        with self.assertRaisesRegex(Problem, "--check and --write"):
            proofs.trace(self.settings(), ["--wirte"])

    def test_help_names_every_command_that_is_for_people(self) -> None:
        for command in set(COMMANDS) - {"train", "control", "help"}:
            self.assertIn(f"./kinbridge {command}", HELP)


class BenchTest(WithFolder):
    def test_only_computations_need_no_suite(self) -> None:
        self.assertTrue(bench.needs_suite([]))
        self.assertTrue(bench.needs_suite(["contacts"]))
        self.assertTrue(bench.needs_suite(["deadlines", "a-later-one"]))
        self.assertFalse(bench.needs_suite(["deadlines", "packs"]))

    def test_a_load_is_without_the_limit_per_caller_and_with_the_servers_compiler(self) -> None:
        settings = bench.for_load(self.settings(KINBRIDGE_JAVA_OPTIONS="-Dx=y", KINBRIDGE_RATE_LIMIT="5"))
        self.assertEqual(settings.given("KINBRIDGE_RATE_LIMIT"), "0")
        options = settings.given("KINBRIDGE_JAVA_OPTIONS") or ""
        self.assertIn("-XX:TieredStopAtLevel=4", options)
        self.assertTrue(options.endswith(" -Dx=y"))

    def test_says_on_what_it_was_measured_and_where_the_figures_go(self) -> None:
        settings = self.settings()
        settings.home.mkdir()
        (settings.home / "servers.json").write_text(json.dumps({"keycloak": {"uri": "http://k:1", "own": True}}))
        environment = bench.environment(settings, ["  machine  2 cores"])
        self.assertEqual(environment["KINBRIDGE_BENCH_ON"], "Measured on:\n  machine  2 cores")
        self.assertEqual(environment["KINBRIDGE_GATEWAY_URL"], "http://localhost:39000")
        self.assertEqual(environment["KINBRIDGE_ISSUER"], "http://k:1/realms/kinbridge")
        self.assertEqual(Path(environment["KINBRIDGE_BENCH_FILE"]).parent, settings.home / "bench")
        self.assertTrue((settings.home / "bench").is_dir())

    def test_unpacks_once_what_a_forked_jvm_has_to_find(self) -> None:
        jar = self.folder / "acceptance-app.jar"
        with zipfile.ZipFile(jar, "w") as archive:
            archive.writestr("BOOT-INF/classes/A.class", "A")
            archive.writestr("BOOT-INF/lib/b.jar", "B")
            archive.writestr("META-INF/BenchmarkList", "D")
            archive.writestr("org/springframework/boot/loader/Launcher.class", "C")
        with mock.patch.object(bench, "app_jar", return_value=jar):
            first = bench.class_path(self.settings())
            self.assertEqual(bench.class_path(self.settings()), first)
        classes, libraries, root = first.split(":")
        self.assertTrue((Path(classes) / "A.class").exists())
        self.assertTrue((Path(libraries).parent / "b.jar").exists())
        self.assertTrue((Path(root) / "META-INF" / "BenchmarkList").exists())
        self.assertFalse(list(self.folder.glob("cache/**/Launcher.class")))

    def test_what_was_restarted_for_the_load_comes_back_also_after_a_failure(self) -> None:
        started: list[str | None] = []
        restart = mock.patch.object(
            bench, "_restart", lambda settings, _: started.append(settings.given("KINBRIDGE_RATE_LIMIT"))
        )
        with restart, self.assertRaises(KeyboardInterrupt), bench.ready_for_load(self.settings(), Path("/jdk")):
            raise KeyboardInterrupt
        self.assertEqual(started, ["0", None])


if __name__ == "__main__":
    unittest.main()
