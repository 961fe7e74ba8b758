package uk.kinbridge.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.testing.access.AccessMatrix;

class AccessValuesTest {

    private static final Caller LEILA = new Caller(
            "0001",
            "leila.haddad",
            "Leila Haddad",
            "hackney-drug-treatment",
            Set.of(),
            Set.of(Role.SAFEGUARDING_LEAD, Role.MANAGER));

    @Test
    void roles_are_named_as_in_the_realm() {
        assertThat(Role.SAFEGUARDING_LEAD.kebab()).isEqualTo("safeguarding-lead");
        assertThat(Role.named("named-professional")).contains(Role.NAMED_PROFESSIONAL);
        assertThat(Role.named("default-roles-kinbridge")).isEmpty();
        for (Role role : Role.values()) {
            assertThat(Role.named(role.kebab())).contains(role);
        }
    }

    @Test
    void the_access_matrix_speaks_of_every_role() {
        assertThat(AccessMatrix.ROLES)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::kebab).toList());
    }

    @Test
    void a_caller_has_the_roles_of_the_token_and_no_others() {
        assertThat(LEILA.hasRole(Role.MANAGER)).isTrue();
        assertThat(LEILA.hasRole(Role.AUDITOR)).isFalse();
        assertThat(LEILA.hasAnyRole(Role.AUDITOR, Role.SAFEGUARDING_LEAD)).isTrue();
        assertThat(LEILA.hasAnyRole(Role.AUDITOR, Role.SERVICE)).isFalse();
        assertThat(LEILA.worksFor("hackney-drug-treatment")).isTrue();
        assertThat(LEILA.worksFor("hackney-alcohol-treatment")).isFalse();
    }

    @Test
    void a_caller_in_a_log_line_has_no_name() {
        assertThat(LEILA.toString()).doesNotContain("Leila").doesNotContain("leila");
    }

    @Test
    void only_granted_is_granted() {
        assertThat(AccessDecision.granted().isGranted()).isTrue();
        assertThat(AccessDecision.denied("because").isGranted()).isFalse();
        assertThat(AccessDecision.concealed().isGranted()).isFalse();
    }
}
