import os
import unittest
from pathlib import Path

from support import WithFolder
from launcher import build


class FingerprintTest(WithFolder):
    def setUp(self) -> None:
        super().setUp()
        for name in ("pom.xml", "gateway/pom.xml", "gateway/src/main/java/A.java", "README.md"):
            self.write(name)
        self.before = build.sources_fingerprint(self.folder)

    def write(self, name: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
        os.utime(file, ns=(1, 1))

    def changed(self) -> bool:
        return build.sources_fingerprint(self.folder) != self.before

    def test_stays_while_nothing_changes(self) -> None:
        self.assertFalse(self.changed())

    def test_sees_a_source_that_was_written(self) -> None:
        os.utime(self.folder / "gateway/src/main/java/A.java")
        self.assertTrue(self.changed())

    def test_sees_a_new_and_a_removed_source(self) -> None:
        self.write("gateway/src/main/resources/application.yaml")
        self.assertTrue(self.changed())
        (self.folder / "gateway/src/main/resources/application.yaml").unlink()
        self.assertFalse(self.changed())
        (self.folder / "gateway/pom.xml").unlink()
        self.assertTrue(self.changed())

    def test_passes_over_tests_results_and_documents(self) -> None:
        for name in ("gateway/src/test/java/ATest.java", "gateway/target/a.jar", "docs/src/x.md", ".kinbridge/src/x"):
            self.write(name)
        os.utime(self.folder / "README.md")
        self.assertFalse(self.changed())


class FailureTest(unittest.TestCase):
    def test_a_missing_network_is_told_as_such(self) -> None:
        lines = ["[INFO] x", "[ERROR] Failed: Could not transfer artifact a:b from/to central: Unknown host"]
        told = build.explain_failure(lines, Path("/logs/build.log"))
        self.assertIn("is there a network?", told)
        self.assertIn("/logs/build.log", told)

    def test_a_compiler_error_is_shown(self) -> None:
        told = build.explain_failure(["[ERROR] ", "[ERROR] A.java:[1,2] ';' expected"], Path("/logs/build.log"))
        self.assertIn("';' expected", told)
        self.assertNotIn("network", told)


if __name__ == "__main__":
    unittest.main()
