import unittest
from pathlib import Path

from support import WithFolder
from launcher import jdk
from launcher.problem import Problem


class JdkTest(WithFolder):
    def jdk(self, name: str, version: str, compiler: bool = True) -> Path:
        home = self.folder / "jvm" / name
        (home / "bin").mkdir(parents=True)
        (home / "release").write_text(f'IMPLEMENTOR="x"\nJAVA_VERSION="{version}"\n')
        for program in ("java", "javac") if compiler else ("java",):
            (home / "bin" / program).touch(mode=0o755)
        return home

    def find(self, **environment: str) -> Path:
        return jdk.find(environment, [str(self.folder / "jvm")])

    def test_takes_the_one_of_java_home(self) -> None:
        self.jdk("a-25", "25.0.1")
        wanted = self.jdk("b-25", "25.0.3")
        self.assertEqual(self.find(JAVA_HOME=str(wanted)), wanted)

    def test_passes_over_another_version_in_java_home(self) -> None:
        old, wanted = self.jdk("17", "17.0.15"), self.jdk("25", "25")
        self.assertEqual(self.find(JAVA_HOME=str(old)), wanted)

    def test_passes_over_a_runtime_without_a_compiler(self) -> None:
        self.jdk("jre-25", "25.0.3", compiler=False)
        with self.assertRaises(Problem):
            self.find(PATH="")

    def test_finds_the_one_on_the_path(self) -> None:
        wanted = self.jdk("25", "25.0.3")
        self.assertEqual(jdk.find({"PATH": str(wanted / "bin")}, []), wanted.resolve())

    def test_says_what_to_do_when_there_is_none(self) -> None:
        self.jdk("21", "21.0.2")
        with self.assertRaisesRegex(Problem, "JAVA_HOME=/path/to/jdk-25"):
            self.find(PATH="")


if __name__ == "__main__":
    unittest.main()
