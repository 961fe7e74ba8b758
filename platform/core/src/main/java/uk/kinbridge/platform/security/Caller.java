package uk.kinbridge.platform.security;

import java.util.Set;

/**
 * The person or service that calls, as the token describes them. A controller takes it as an argument; the domain takes
 * it as a value.
 *
 * @param subject the stable id at the identity provider
 * @param agency the one agency on whose behalf they act
 * @param teams ids of their teams inside the agency
 */
public record Caller(String subject, String username, String name, String agency, Set<String> teams, Set<Role> roles) {

    /** The agency of the suite's own accounts: its services and the administrators of directory and protocols. */
    public static final String SUITE = "kinbridge-suite";

    public Caller {
        teams = Set.copyOf(teams);
        roles = Set.copyOf(roles);
    }

    public boolean hasRole(Role role) {
        return roles.contains(role);
    }

    public boolean hasAnyRole(Role first, Role... others) {
        if (hasRole(first)) {
            return true;
        }
        for (Role other : others) {
            if (hasRole(other)) {
                return true;
            }
        }
        return false;
    }

    public boolean isService() {
        return hasRole(Role.SERVICE);
    }

    public boolean worksFor(String agencyId) {
        return agency.equals(agencyId);
    }

    /** Without names: a caller that ends up in a log line must not carry personal data there. */
    @Override
    public String toString() {
        return "Caller[" + subject + " of " + agency + " " + roles + "]";
    }
}
