"""Makes the launcher importable, and settings that point to a temporary folder."""

import sys
import tempfile
import unittest
from pathlib import Path

LOCAL = Path(__file__).resolve().parents[1]
ROOT = LOCAL.parents[1]
sys.path.insert(0, str(LOCAL))

from launcher.settings import Settings  # noqa: E402


class WithFolder(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def settings(self, port_base: int = 39000, **environment: str) -> Settings:
        return Settings(self.folder / "home", self.folder / "cache", port_base, {"PATH": "/usr/bin:/bin"} | environment)
