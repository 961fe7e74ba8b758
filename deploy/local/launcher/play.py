"""token, journey, advance, mail: using the suite that runs."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from . import console, durations, jdk, net, servers
from .build import app_jar
from .keycloak import REALM, realm_source
from .problem import Problem
from .settings import ROOT, Settings
from .timeshift import TimeShift

NOT_STARTED = "The suite has not been started. Start it: ./kinbridge start"


def keycloak_url(settings: Settings) -> str:
    known = servers.recall(settings).get("keycloak")
    if known is None:
        raise Problem(NOT_STARTED)
    return known.uri


def token(settings: Settings, arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        raise Problem("Whose token? ./kinbridge token sade.okafor (the people are in deploy/keycloak/people.toml)")
    console.say(token_of(settings, arguments[0]))
    return 0


def token_of(settings: Settings, user: str) -> str:
    source = realm_source()
    url = keycloak_url(settings)
    form = (
        {"grant_type": "client_credentials", "client_id": user, "client_secret": source.local_secret(user)}
        if user in source.systems()
        else {
            "grant_type": "password",
            "client_id": source.LOCAL_CLIENT,
            "username": user,
            "password": settings.given("KINBRIDGE_PASSWORD") or source.DEMONSTRATION_PASSWORD,
            "scope": "openid",
        }
    )
    answer = net.request("POST", f"{url}/realms/{REALM}/protocol/openid-connect/token", form=form)
    if answer is None:
        raise Problem(f"Keycloak does not answer at {url}. Start the suite: ./kinbridge start")
    if answer.status != 200:
        told = answer.json().get("error_description", "no reason given") if answer.body else answer.status
        raise Problem(
            f"Keycloak gives '{user}' no token: {told}.\n"
            "The demonstration people are in deploy/keycloak/people.toml, the systems of agencies in systems.toml;\n"
            "KINBRIDGE_PASSWORD says another password."
        )
    return str(answer.json()["access_token"])


def journey(settings: Settings, arguments: Sequence[str]) -> int:
    url = keycloak_url(settings)
    jar = _journeys_jar()
    java = jdk.find(settings.environment) / "bin" / "java"
    environment = {
        **settings.environment,
        "KINBRIDGE_GATEWAY_URL": settings.gateway_url,
        "KINBRIDGE_ISSUER": f"{url}/realms/{REALM}",
        "KINBRIDGE_LAUNCHER": str(ROOT / "kinbridge"),
    }
    command = [str(java), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-jar", str(jar), *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


def _journeys_jar() -> Path:
    jar = app_jar("acceptance")
    if jar is None:
        raise Problem("The journeys are not built. Build them: ./kinbridge start")
    return jar


def advance(settings: Settings, arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        raise Problem("How far? ./kinbridge advance 3d (also 24h, 90m, 1d12h)")
    keycloak_url(settings)
    shift = TimeShift(settings)
    silent = shift.advance(durations.parse(arguments[0]))
    total = durations.words(shift.seconds())
    if silent:
        raise Problem(
            f"These could not be told: {', '.join(silent)}. They take the new time, {total} ahead, when they start:\n"
            "./kinbridge start"
        )
    console.say(f"The suite's time is now {total} ahead of the clock. ./kinbridge reset takes it back, with all data.")
    return 0


def mail(settings: Settings, arguments: Sequence[str]) -> int:
    """What the mail catcher of the local profile holds; a real mail server's mails are not in it."""
    if len(arguments) > 1:
        raise Problem("Whose mail? ./kinbridge mail leila.haddad (or nobody's name for everybody's)")
    answer = net.request("GET", f"http://127.0.0.1:{settings.port('notification-service')}/local/mailbox")
    if answer is None or answer.status != 200:
        raise Problem(NOT_STARTED)
    caught = [each for each in reversed(answer.json()) if not arguments or arguments[0] in each["to"]]
    for each in caught:
        console.say(f"{each['at']}  {each['channel']} to {each['to']}")
        if each["subject"]:
            console.say(f"  {each['subject']}")
        console.say("\n".join(f"    {line}" for line in each["body"].splitlines()) + "\n")
    if not caught:
        console.say("Nothing has been sent yet. Notices that are not urgent leave together when the office opens.")
    return 0
