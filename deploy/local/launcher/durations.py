"""Lengths of time as people type them: 3d, 24h, 90m, 1d12h."""

import re

from .problem import Problem

_UNITS = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def parse(text: str) -> int:
    """Seconds."""
    parts = re.findall(r"(\d+)([dhms])", text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        raise Problem(f"'{text}' is no length of time. Write days, hours, minutes: 3d, 24h, 90m, 1d12h.")
    return sum(int(number) * _UNITS[unit] for number, unit in parts)


def iso(seconds: int) -> str:
    """As the services read it: PT72H, PT1H30M."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    text = "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M"), (left, "S")) if number)
    return "PT" + (text or "0S")


def words(seconds: int) -> str:
    """As a person says it: 3 days 12 hours."""
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    named = ((days, "day"), (hours, "hour"), (rest // 60, "minute"))
    said = [f"{number} {unit}{'s' if number != 1 else ''}" for number, unit in named if number]
    return " ".join(said) or "0 minutes"
