#!/usr/bin/env python3
"""Composes the Keycloak realm from realm.toml, agencies.toml and, for the local suite only, people.toml, systems.toml and
made-up.toml, the agencies of a county whose protocol is not shipped.

    realm.py            the realm that production imports; kept in kinbridge-realm.json
    realm.py --local    the same with the demonstration people and systems, and the client of `./kinbridge token`
    realm.py --write    writes kinbridge-realm.json anew

Secrets and addresses are placeholders, ${NAME}, that Keycloak replaces from its environment when it imports the file.
"""

import json
import os
import re
import sys
import tomllib
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
COMPOSED = HERE / "kinbridge-realm.json"

GATEWAY = "kinbridge-gateway"
LOCAL_CLIENT = "kinbridge-local"
DEMONSTRATION_PASSWORD = "kinbridge"
ADMIN_ROLE = "agency-admin"
# What an agency's system calls: it refers, and reads the notices that answer.
SYSTEMS_CALL = ["referral-service", "notification-service"]
# Keycloak's client that stands for the administration of a realm
ADMINISTRATION = "realm-management"

Json = dict[str, Any]


def read(name: str) -> Json:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def secret_name(client: str) -> str:
    """The environment variable that holds a client's secret."""
    stem = client.removeprefix("kinbridge-").upper().replace("-", "_")
    return f"KINBRIDGE_{stem}_SECRET"


# --- what a token says ------------------------------------------------------------------------


def mapper(name: str, kind: str, claim: str | None = None, **config: str) -> Json:
    everywhere = {"access.token.claim": "true", "id.token.claim": "true", "userinfo.token.claim": "true"}
    if claim:
        everywhere |= {"claim.name": claim, "jsonType.label": "String"}
    dotted = {key.replace("_", "."): value for key, value in config.items()}
    return {
        "name": name,
        "protocol": "openid-connect",
        "protocolMapper": f"oidc-{kind}-mapper",
        "config": everywhere | dotted,
    }


def from_groups(claim: str, attribute: str, multivalued: str) -> Json:
    """A claim from the attributes of the person's groups and of the groups above them."""
    config = {"user_attribute": attribute, "aggregate_attrs": "true", "multivalued": multivalued}
    return mapper(claim, "usermodel-attribute", claim, **config)


def membership() -> list[Json]:
    """What Kinbridge's services decide by."""
    return [
        from_groups("agency", "agency", multivalued="false"),
        from_groups("teams", "team", multivalued="true"),
        mapper("roles", "usermodel-realm-role", "roles", multivalued="true"),
    ]


def audience(service: str) -> Json:
    """Without it the service refuses the token."""
    return mapper(f"audience {service}", "audience", included_client_audience=service, id_token_claim="false")


# --- clients ----------------------------------------------------------------------------------


def client(client_id: str, name: str, audiences: list[str], **settings: Any) -> Json:
    """Every flow is off unless the settings say otherwise."""
    closed = {
        "clientId": client_id,
        "name": name,
        "enabled": True,
        "protocol": "openid-connect",
        "publicClient": False,
        "standardFlowEnabled": False,
        "implicitFlowEnabled": False,
        "directAccessGrantsEnabled": False,
        "serviceAccountsEnabled": False,
        "frontchannelLogout": False,
        "fullScopeAllowed": True,
        "protocolMappers": [*membership(), *map(audience, audiences)],
        "defaultClientScopes": ["basic", "profile"],
        "optionalClientScopes": [],
    }
    return closed | settings


def secret(client_id: str) -> Json:
    return {"clientAuthenticatorType": "client-secret", "secret": "${" + secret_name(client_id) + "}"}


def gateway_client(services: list[str]) -> Json:
    return client(
        GATEWAY,
        "Browsers, through the gateway",
        services,
        **secret(GATEWAY),
        standardFlowEnabled=True,
        optionalClientScopes=["email"],
        rootUrl="${KINBRIDGE_GATEWAY_URL}",
        baseUrl="/",
        redirectUris=["${KINBRIDGE_GATEWAY_URL}/login/oauth2/code/*"],
        webOrigins=[],
        attributes={
            "pkce.code.challenge.method": "S256",
            "post.logout.redirect.uris": "${KINBRIDGE_GATEWAY_URL}/*",
            "backchannel.logout.session.required": "true",
        },
    )


def service_client(service: str, calls: list[str], administers: list[str]) -> Json:
    composed = client(service, f"The {service} itself", calls, **secret(service), serviceAccountsEnabled=True)
    if administers:
        composed["protocolMappers"].append(administration_roles())
    return composed


def administration_roles() -> Json:
    """Keycloak's own administration interface decides by this claim of the token; our services never look at it."""
    claim = f"resource_access.{ADMINISTRATION}.roles"
    config = {"usermodel_clientRoleMapping_clientId": ADMINISTRATION, "multivalued": "true", "id_token_claim": "false"}
    return mapper("administration roles", "usermodel-client-role", claim, **config)


def service_account(service: str, administers: list[str]) -> Json:
    account: Json = {
        "username": f"service-account-{service}",
        "enabled": True,
        "serviceAccountClientId": service,
        "realmRoles": ["service"],
    }
    return account | ({"clientRoles": {ADMINISTRATION: administers}} if administers else {})


def system_client(system: str, source: Json, services: list[str]) -> Json:
    """An agency's own system: its agency is fixed here, since it is in no group where the directory would take it for
    a person who works there."""
    composed = client(system, source["name"], services, **secret(system), serviceAccountsEnabled=True)
    composed["protocolMappers"] = [
        mapper("agency", "hardcoded-claim", "agency", claim_value=source["agency"]),
        mapper("name", "hardcoded-claim", "name", claim_value=source["name"]),
        mapper("roles", "usermodel-realm-role", "roles", multivalued="true"),
        *map(audience, services),
    ]
    return composed


def system_account(system: str, source: Json) -> Json:
    return {
        "username": f"service-account-{system}",
        "enabled": True,
        "serviceAccountClientId": system,
        "realmRoles": [source["role"]],
    }


def local_client(services: list[str]) -> Json:
    return client(
        LOCAL_CLIENT,
        "./kinbridge token, on a developer's machine only",
        services,
        publicClient=True,
        directAccessGrantsEnabled=True,
    )


def closed_admin_cli() -> Json:
    """Keycloak gives every realm a public client that takes passwords; this realm's is shut."""
    return client("admin-cli", "Closed", [], enabled=False, publicClient=True, protocolMappers=[])


# --- agencies and people ----------------------------------------------------------------------


def group(
    name: str, attributes: Json | None = None, roles: list[str] | None = None, below: list[Json] | None = None
) -> Json:
    lists = {key: [value] for key, value in (attributes or {}).items()}
    return {"name": name, "attributes": lists, "realmRoles": roles or [], "subGroups": below or []}


def agency_group(agency: Json, kinds: Mapping[str, list[str]], name: str) -> Json:
    below = [group(role, roles=[role]) for role in kinds[agency["kind"]]]
    teams = [group(team, {"team": team}) for team in agency.get("teams", [])]
    if teams:
        below.append(group("teams", below=teams))
    return group(name, {"agency": agency["id"], "agencyName": agency["name"]}, below=below)


def agency_groups(agencies: list[Json], kinds: Mapping[str, list[str]]) -> list[Json]:
    outside = [agency for agency in agencies if agency["kind"] != "suite"]
    suite = [agency for agency in agencies if agency["kind"] == "suite"]
    # Administrators stand apart: inside the groups that they manage they could promote themselves.
    admins = [group(agency["id"], {"agency": agency["id"]}, [ADMIN_ROLE]) for agency in outside]
    return [
        group("agencies", below=[agency_group(agency, kinds, agency["id"]) for agency in outside]),
        group("agency-admins", below=admins),
        *(agency_group(agency, kinds, "suite") for agency in suite),
    ]


def paths(agency_id: str, role: str, team: str | None) -> list[str]:
    if role == ADMIN_ROLE:
        return [f"/agency-admins/{agency_id}"]
    root = "/suite" if agency_id == "kinbridge-suite" else f"/agencies/{agency_id}"
    return [f"{root}/{role}"] + ([f"{root}/teams/{team}"] if team else [])


def person(username: str, agency_id: str, role: str, team: str | None = None) -> Json:
    first, last = username.split(".")
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{username}.kinbridge.example")),
        "username": username,
        "firstName": first.capitalize(),
        "lastName": last.capitalize(),
        "email": f"{username}@{agency_id}.example",
        "emailVerified": True,
        "enabled": True,
        "credentials": [{"type": "password", "value": DEMONSTRATION_PASSWORD}],
        "groups": paths(agency_id, role, team),
    }


def people() -> list[Json]:
    return [
        person(username, agency_id, *role_and_team)
        for agency_id, staff in read("people.toml").items()
        for username, role_and_team in staff.items()
    ]


def systems() -> dict[str, Json]:
    return read("systems.toml")


# --- the whole --------------------------------------------------------------------------------


def production_realm() -> Json:
    return realm_of(read("agencies.toml")["agencies"])


def realm_of(agencies: list[Json]) -> Json:
    source = read("realm.toml")
    services: dict[str, list[str]] = source["services"]
    administers: dict[str, list[str]] = source["administers"]
    roles = [{"name": name, "description": text} for name, text in source["roles"].items()]
    # What everybody has: their own account page, and no offline token, which would outlive the session.
    everybody = {
        "name": "default-roles-kinbridge",
        "composites": {"client": {"account": ["manage-account", "view-profile"]}},
    }
    settings: Json = source["settings"]
    return settings | {
        "roles": {"realm": [everybody, *roles]},
        "defaultRole": {"name": "default-roles-kinbridge"},
        "groups": agency_groups(agencies, source["kinds"]),
        "clients": [
            gateway_client(list(services)),
            *(service_client(service, calls, administers.get(service, [])) for service, calls in services.items()),
            closed_admin_cli(),
        ],
        "users": [service_account(service, administers.get(service, [])) for service in services],
    }


def local_realm() -> Json:
    """Adds what production must not have: people with a known, short password, hashed fast since it is no secret."""
    realm = realm_of([*read("agencies.toml")["agencies"], *read("made-up.toml")["agencies"]])
    services = list(read("realm.toml")["services"])
    realm["clients"].append(local_client(services))
    for system, source in systems().items():
        realm["clients"].append(system_client(system, source, SYSTEMS_CALL))
        realm["users"].append(system_account(system, source))
    realm["users"].extend(people())
    realm["passwordPolicy"] = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)"
    return realm


def fill_in(realm: Json, environment: Mapping[str, str]) -> Json:
    """Replaces the placeholders, for an import through Keycloak's administration interface."""
    text = re.sub(r"\$\{(KINBRIDGE_\w+)\}", lambda name: environment[name[1]], json.dumps(realm))
    filled: Json = json.loads(text)
    return filled


def local_secrets() -> dict[str, str]:
    """The environment's secrets, else well-known ones that are good for nothing but a developer's machine."""
    clients = [GATEWAY, *read("realm.toml")["services"], *systems()]
    return {secret_name(client): local_secret(client) for client in clients}


def local_secret(client_id: str) -> str:
    return os.environ.get(secret_name(client_id), f"local-{client_id}")


def as_text(realm: Json) -> str:
    return json.dumps(realm, indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    if arguments == ["--write"]:
        COMPOSED.write_text(as_text(production_realm()), encoding="utf-8")
    elif arguments in ([], ["--local"]):
        sys.stdout.write(as_text(local_realm() if arguments else production_realm()))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
