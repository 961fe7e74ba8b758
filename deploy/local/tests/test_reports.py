import os
import unittest

from support import WithFolder
from launcher import reports
from launcher.reports import Count

REPORT = '<testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/>'


class ReportsTest(WithFolder):
    def report(self, where: str, numbers: tuple[int, int, int, int], written: float) -> None:
        file = self.folder / where
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(REPORT.format(*numbers))
        os.utime(file, (written, written))

    def test_adds_up_both_plugins_in_all_modules(self) -> None:
        self.report("gateway/target/surefire-reports/TEST-a.xml", (10, 1, 2, 3), 100)
        self.report("platform/core/target/failsafe-reports/TEST-b.xml", (5, 0, 0, 0), 100)
        self.assertEqual(reports.of_maven(self.folder, since=100), Count(passed=9, failed=3, skipped=3))

    def test_leaves_out_reports_of_earlier_runs(self) -> None:
        self.report("gateway/target/surefire-reports/TEST-a.xml", (10, 0, 0, 0), 50)
        self.assertEqual(reports.of_maven(self.folder, since=100).ran, 0)

    def test_reads_the_closing_lines_of_python(self) -> None:
        cases = {
            "Ran 12 tests in 0.1s\n\nOK\n": Count(12, 0, 0),
            "Ran 1 test in 0.1s\n\nFAILED (errors=1)\n": Count(0, 1, 0),
            "Ran 9 tests in 1s\n\nFAILED (failures=1, errors=2, skipped=3)\n": Count(3, 3, 3),
            "Ran 4 tests in 1s\n\nOK (skipped=1, expected failures=1)\n": Count(3, 0, 1),
            "NO TESTS RAN\n": Count(),
        }
        for output, count in cases.items():
            self.assertEqual(reports.of_python(output), count, output)

    def test_says_it_in_one_line(self) -> None:
        self.assertEqual(str(Count(1203, 2, 5)), "1203 passed, 2 failed, 5 skipped")


if __name__ == "__main__":
    unittest.main()
