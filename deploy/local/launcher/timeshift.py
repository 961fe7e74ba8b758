"""The suite's own time: how far it has been moved forward. Only the profile `local` knows of it."""

from . import durations, net
from .settings import SERVICES, Settings


class TimeShift:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._file = settings.home / "time-offset"

    def seconds(self) -> int:
        try:
            return int(self._file.read_text())
        except (OSError, ValueError):
            return 0

    def environment(self) -> dict[str, str]:
        """For services that start later."""
        seconds = self.seconds()
        return {"KINBRIDGE_TIME_OFFSET": durations.iso(seconds)} if seconds else {}

    def advance(self, seconds: int) -> list[str]:
        """Moves all running services; answers those that could not be told."""
        total = self.seconds() + seconds
        self._settings.home.mkdir(parents=True, exist_ok=True)
        self._file.write_text(str(total))
        return [service for service in SERVICES if not self._told(service, total)]

    def _told(self, service: str, total: int) -> bool:
        url = f"http://127.0.0.1:{self._settings.port(service)}/local/time"
        answer = net.request("PUT", url, json_body={"offset": durations.iso(total)})
        return answer is not None and answer.status < 300
