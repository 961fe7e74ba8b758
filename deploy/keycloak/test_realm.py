"""The realm as code: what production gets, what only the local suite gets."""

import json
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import realm as realm_module

ROLES = """practitioner safeguarding-lead manager duty-worker named-professional senior-manager board-analyst auditor
directory-admin protocol-admin agency-admin service""".split()


def group_paths(groups: list[dict], above: str = "") -> set[str]:
    found: set[str] = set()
    for group in groups:
        path = f"{above}/{group['name']}"
        found |= {path} | group_paths(group["subGroups"], path)
    return found


class ProductionRealmTest(unittest.TestCase):
    def setUp(self) -> None:
        self.realm = realm_module.production_realm()

    def test_the_composed_file_is_up_to_date(self) -> None:
        kept = realm_module.COMPOSED.read_text(encoding="utf-8")
        self.assertEqual(kept, realm_module.as_text(self.realm), "run deploy/keycloak/realm.py --write")

    def test_has_no_made_up_agency(self) -> None:
        self.assertNotIn("borsetshire", json.dumps(self.realm))

    def test_has_no_demonstration_systems(self) -> None:
        known = {client["clientId"] for client in self.realm["clients"]}
        self.assertFalse(known & set(realm_module.systems()))

    def test_has_no_people_and_no_passwords(self) -> None:
        self.assertTrue(all("serviceAccountClientId" in user for user in self.realm["users"]))
        self.assertNotIn("credentials", json.dumps(self.realm))

    def test_no_client_takes_passwords(self) -> None:
        self.assertFalse(any(client["directAccessGrantsEnabled"] for client in self.realm["clients"]))
        admin_cli = next(client for client in self.realm["clients"] if client["clientId"] == "admin-cli")
        self.assertFalse(admin_cli["enabled"])

    def test_every_secret_is_a_placeholder(self) -> None:
        secrets = [client["secret"] for client in self.realm["clients"] if "secret" in client]
        self.assertEqual(len(secrets), 6)
        for secret in secrets:
            self.assertRegex(secret, r"^\$\{KINBRIDGE_[A-Z_]+_SECRET\}$")

    def test_browsers_need_pkce(self) -> None:
        for client in self.realm["clients"]:
            if client["standardFlowEnabled"]:
                self.assertEqual(client["attributes"]["pkce.code.challenge.method"], "S256")

    def test_sessions_are_short_and_refresh_tokens_are_good_once(self) -> None:
        wanted = {
            "accessTokenLifespan": 300,
            "ssoSessionIdleTimeout": 900,
            "ssoSessionMaxLifespan": 28800,
            "revokeRefreshToken": True,
            "refreshTokenMaxReuse": 0,
            "bruteForceProtected": True,
            "eventsEnabled": True,
            "adminEventsEnabled": True,
        }
        self.assertEqual({key: self.realm[key] for key in wanted}, wanted)

    def test_has_the_roles_of_the_architecture(self) -> None:
        names = {role["name"] for role in self.realm["roles"]["realm"]}
        self.assertEqual(names - {"default-roles-kinbridge"}, set(ROLES))

    def test_a_service_gets_the_audiences_of_what_it_calls_and_no_others(self) -> None:
        for service, calls in realm_module.read("realm.toml")["services"].items():
            client = next(client for client in self.realm["clients"] if client["clientId"] == service)
            audiences = [
                mapper["config"]["included.client.audience"]
                for mapper in client["protocolMappers"]
                if mapper["protocolMapper"] == "oidc-audience-mapper"
            ]
            self.assertEqual(audiences, calls)

    def test_the_directory_reads_people_and_no_service_may_change_anything(self) -> None:
        roles = {user["serviceAccountClientId"]: user.get("clientRoles", {}) for user in self.realm["users"]}
        self.assertEqual(roles.pop("directory-service"), {"realm-management": ["view-users"]})
        self.assertEqual([given for given in roles.values() if given], [])

    def test_only_the_directorys_tokens_say_what_it_may_do_in_keycloak(self) -> None:
        saying = [
            client["clientId"]
            for client in self.realm["clients"]
            for mapper in client["protocolMappers"]
            if mapper["protocolMapper"] == "oidc-usermodel-client-role-mapper"
        ]
        self.assertEqual(saying, ["directory-service"])

    def test_administrators_stand_outside_the_groups_that_they_manage(self) -> None:
        self.assertFalse(re.search(r"/agencies/[^ ]*agency-admin", " ".join(group_paths(self.realm["groups"]))))


class LocalRealmTest(unittest.TestCase):
    def setUp(self) -> None:
        self.realm = realm_module.local_realm()
        self.people = [user for user in self.realm["users"] if "credentials" in user]

    def test_only_the_local_client_takes_passwords(self) -> None:
        taking = [client["clientId"] for client in self.realm["clients"] if client["directAccessGrantsEnabled"]]
        self.assertEqual(taking, ["kinbridge-local"])

    def test_everybody_is_in_groups_that_exist(self) -> None:
        paths = group_paths(self.realm["groups"])
        for person in self.people:
            for path in person["groups"]:
                self.assertIn(path, paths, person["username"])

    def test_every_agency_has_people(self) -> None:
        known = [*realm_module.read("agencies.toml")["agencies"], *realm_module.read("made-up.toml")["agencies"]]
        agencies = {agency["id"] for agency in known}
        self.assertEqual(set(realm_module.read("people.toml")), agencies)

    def test_a_system_acts_for_one_agency_that_exists_as_a_worker_and_takes_no_passwords(self) -> None:
        agencies = {agency["id"] for agency in realm_module.read("agencies.toml")["agencies"]}
        for system, source in realm_module.systems().items():
            client = next(client for client in self.realm["clients"] if client["clientId"] == system)
            account = next(user for user in self.realm["users"] if user.get("serviceAccountClientId") == system)
            agency = [m["config"]["claim.value"] for m in client["protocolMappers"] if m["name"] == "agency"]
            self.assertEqual(agency, [source["agency"]])
            self.assertIn(source["agency"], agencies)
            self.assertEqual(account["realmRoles"], ["practitioner"])
            self.assertNotIn("groups", account, "the directory would take it for a person")
            self.assertTrue(client["serviceAccountsEnabled"])
            self.assertFalse(client["standardFlowEnabled"] or client["directAccessGrantsEnabled"])
            self.assertRegex(client["secret"], r"^\$\{KINBRIDGE_[A-Z_]+_SECRET\}$")

    def test_a_system_gets_no_service_to_call_that_it_does_not_need(self) -> None:
        for system in realm_module.systems():
            client = next(client for client in self.realm["clients"] if client["clientId"] == system)
            audiences = [
                mapper["config"]["included.client.audience"]
                for mapper in client["protocolMappers"]
                if mapper["protocolMapper"] == "oidc-audience-mapper"
            ]
            self.assertEqual(audiences, ["referral-service", "notification-service"])

    def test_user_names_are_unique(self) -> None:
        names = [person["username"] for person in self.people]
        self.assertEqual(len(names), len(set(names)))

    def test_filling_in_leaves_no_placeholder(self) -> None:
        environment = realm_module.local_secrets() | {"KINBRIDGE_GATEWAY_URL": "http://localhost:8080"}
        filled = realm_module.as_text(realm_module.fill_in(self.realm, environment))
        self.assertNotIn("${", filled)
        self.assertIn("http://localhost:8080/login/oauth2/code/*", filled)

    def test_filling_in_fails_on_a_missing_secret(self) -> None:
        with self.assertRaises(KeyError):
            realm_module.fill_in(self.realm, {"KINBRIDGE_GATEWAY_URL": "http://localhost:8080"})


if __name__ == "__main__":
    unittest.main()
