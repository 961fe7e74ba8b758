"""start, stop, reset."""

import shutil
from collections.abc import Sequence

from . import console, jdk, lock, net, servers
from .build import Build
from .problem import Problem
from .processes import Processes
from .rabbitmq import RabbitMq
from .server import other_ports
from .servers import VARIABLES, Servers
from .settings import ROOT, SERVERS, SUITE, Settings
from .suite import Suite, is_ready, service_of
from .unpacked import ever_trained

TRAINER = "train"


def known_part(name: str) -> str:
    if service_of(name) not in (*SUITE, *SERVERS):
        raise Problem(f"There is no '{name}'. There are: {', '.join((*SUITE, *SERVERS))}.")
    return name


def start(settings: Settings, parts: Sequence[str]) -> int:
    wanted = [known_part(part) for part in parts]
    with lock.only_one(settings):
        processes = Processes(settings)
        if wanted:
            _start_some(settings, processes, wanted)
            return 0
        for running in processes.all():
            if running.part in (*SUITE, *SERVERS):
                processes.find_on(running.part, settings.port(running.part))
        settings.remember_ports()
        if everything_runs(settings, processes):
            console.say("Everything already runs; nothing changed.\n")
            console.say(summary(settings))
            return 0
        _start_all(settings, processes)
    console.say(f"\nReady after {console.seconds():.0f} seconds.\n")
    console.say(summary(settings))
    return 0


def everything_runs(settings: Settings, processes: Processes) -> bool:
    own = [name for name, address in servers.recall(settings).items() if address.own]
    running = [processes.find(part) for part in (*SUITE, *own)]
    return (
        bool(own or servers.recall(settings))
        and all(running)
        and all(is_ready(part.port) for part in running if part and part.part in SUITE)
    )


def _start_all(settings: Settings, processes: Processes) -> None:
    java_home = jdk.find(settings.environment)
    _clean_up(processes)
    RabbitMq(settings, processes).require_obtainable()
    require_free_ports(settings, processes)
    build = Build(settings, java_home)
    build.ensure()
    addresses = Servers(settings, processes, build, java_home).ensure()
    suite = Suite(settings, processes, java_home)
    # The very first time everything takes minutes anyway, and the next start shall be fast. After a later build the
    # caches are written in the background. Tests want no work in the background.
    train_first = not ever_trained(settings) or build.skipped
    if train_first:
        suite.train(addresses)
    servers_ready = console.seconds()
    suite.ensure(SUITE, addresses)
    console.progress("suite", f"all six services ready {console.seconds() - servers_ready:.1f} s after the servers")
    if not train_first and suite.untrained():
        command = ["nice", "-n", "19", str(ROOT / "kinbridge"), TRAINER]
        processes.start(TRAINER, command, settings.environment)


def train(settings: Settings) -> int:
    """What runs in the background after a build."""
    suite = Suite(settings, Processes(settings), jdk.find(settings.environment))
    suite.train(servers.recall(settings))
    return 0


def require_free_ports(settings: Settings, processes: Processes) -> None:
    """Before minutes of building, and all at once."""
    given = {server for server, variable in VARIABLES.items() if settings.given(variable)}
    needed = [part for part in (*SERVERS, *SUITE) if part not in given and not processes.find(part)]
    taken = {part: settings.port(part) for part in needed if net.listens(settings.port(part))}
    if taken:
        told = "\n".join(f"  {port}, for {part}: by {net.holder_of(port)}" for part, port in taken.items())
        raise Problem(f"Ports are taken:\n{told}\n{other_ports(settings)}")


def _start_some(settings: Settings, processes: Processes, wanted: Sequence[str]) -> None:
    java_home = jdk.find(settings.environment)
    build = Build(settings, java_home)
    for name in (part for part in wanted if part in SERVERS):
        Servers(settings, processes, build, java_home).ensure_one(name)
    services = [part for part in wanted if part not in SERVERS]
    if services:
        Suite(settings, processes, java_home).ensure(services, servers.addresses_for_one_service(settings))


def _clean_up(processes: Processes) -> None:
    ended = processes.end_leftovers()
    if ended:
        console.progress("launcher", f"ended {ended} leftover process{'es' if ended > 1 else ''} of an earlier start")


def stop(settings: Settings, parts: Sequence[str]) -> int:
    wanted = [known_part(part) for part in parts]
    with lock.only_one(settings):
        processes = Processes(settings)
        if wanted:
            stopped = processes.stop(wanted)
        else:
            stopped = stop_all(processes)
            settings.forget_ports()
    console.say(f"Stopped: {', '.join(stopped)}." if stopped else "Nothing was running.")
    return 0


def stop_all(processes: Processes) -> list[str]:
    """The services first, so that they can still say good-bye to the servers; then whatever is left over."""
    processes.stop([TRAINER], grace=0)
    running = [found.part for found in processes.all()]
    services = [part for part in running if service_of(part) in SUITE]
    stopped = processes.stop(services)
    stopped += processes.stop([part for part in running if part not in services and part != "epmd"])
    processes.stop(["epmd"])
    processes.end_leftovers()
    return stopped


def reset(settings: Settings, arguments: Sequence[str]) -> int:
    if arguments not in ([], ["--all"]):
        raise Problem("reset knows only --all.")
    with lock.only_one(settings):
        stop_all(Processes(settings))
        kept = None if arguments else settings.cache
        given = sorted(name for name, address in servers.recall(settings).items() if not address.own)
        for path in settings.home.iterdir():
            if path.name != "lock" and path != kept:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        if arguments:
            shutil.rmtree(settings.cache, ignore_errors=True)
    console.say(
        f"All data below {settings.home} is gone." + ("" if arguments else " Downloads and caches stay (--all).")
    )
    if set(given) & {"mongodb", "rabbitmq"}:
        console.say(
            f"What {' and '.join(given)} keep stays there, since they were given: empty them too before the next start,"
            " also because the suite's time is the present again."
        )
    return 0


def summary(settings: Settings) -> str:
    issuer = servers.recall(settings)["keycloak"].uri
    gateway = settings.gateway_url
    return f"""  Gateway        {gateway}        (what you may call: {gateway}/docs)
  Keycloak       {issuer}        (realm kinbridge)

  People, all with the password 'kinbridge' (more in deploy/keycloak/people.toml):
    sade.okafor    practitioner, Hackney Children's Social Care
    martin.hale    her manager
    leila.haddad   safeguarding lead, Hackney Drug Treatment Service
    owen.price     safeguarding lead, Hackney Alcohol Treatment Service (sees nothing of the others' referral)

  Try:
    ./kinbridge journey hackney-into-treatment
    curl -H "Authorization: Bearer $(./kinbridge token leila.haddad)" {gateway}/api/worklist
    ./kinbridge advance 1d && ./kinbridge logs referral-service"""
