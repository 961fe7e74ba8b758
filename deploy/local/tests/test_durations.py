import unittest

import support  # noqa: F401
from launcher import durations
from launcher.problem import Problem


class DurationsTest(unittest.TestCase):
    def test_reads_what_people_type(self) -> None:
        for text, seconds in {"3d": 259200, "24h": 86400, "90m": 5400, "1d12h": 129600, "30s": 30}.items():
            self.assertEqual(durations.parse(text), seconds, text)

    def test_refuses_everything_else_with_an_example(self) -> None:
        for text in ("", "3", "d", "3 days", "-1d", "3d!", "1.5h"):
            with self.assertRaisesRegex(Problem, "3d, 24h, 90m", msg=text):
                durations.parse(text)

    def test_writes_what_the_services_read(self) -> None:
        self.assertEqual(durations.iso(259200), "PT72H")
        self.assertEqual(durations.iso(5400), "PT1H30M")
        self.assertEqual(durations.iso(0), "PT0S")

    def test_says_it_in_words(self) -> None:
        self.assertEqual(durations.words(90000), "1 day 1 hour")
        self.assertEqual(durations.words(172800), "2 days")


if __name__ == "__main__":
    unittest.main()
