"""How many tests ran: from the reports of Surefire and Failsafe, and from Python's own closing lines."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_FOLDERS = ("surefire-reports", "failsafe-reports")


@dataclass(frozen=True)
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    @property
    def ran(self) -> int:
        return self.passed + self.failed

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def of_maven(root: Path, since: float) -> Count:
    """Reports that were written since then; older ones are of modules that this run did not reach."""
    fresh = (file for file in _reports(root) if file.stat().st_mtime >= since)
    return sum((of_report(file) for file in fresh), Count())


def _reports(root: Path) -> Iterable[Path]:
    for pattern in ("*/target", "*/*/target"):
        for target in root.glob(pattern):
            for folder in _FOLDERS:
                yield from target.glob(f"{folder}/TEST-*.xml")


def of_report(file: Path) -> Count:
    suite = ElementTree.parse(file).getroot()
    tests, failures, errors, skipped = (int(suite.get(key, "0")) for key in ("tests", "failures", "errors", "skipped"))
    failed = failures + errors
    return Count(tests - failed - skipped, failed, skipped)


def of_python(output: str) -> Count:
    """`Ran 12 tests in 0.1s` and `FAILED (failures=1, errors=2, skipped=3)`."""
    ran = sum(int(number) for number in re.findall(r"^Ran (\d+) tests?", output, re.MULTILINE))
    ends = " ".join(re.findall(r"^(?:OK|FAILED) \((.*)\)$", output, re.MULTILINE))
    failed = sum(int(number) for number in re.findall(r"(?<!expected )(?:failures|errors)=(\d+)", ends))
    skipped = sum(int(number) for number in re.findall(r"skipped=(\d+)", ends))
    return Count(max(ran - failed - skipped, 0), failed, skipped)
