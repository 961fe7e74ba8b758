package uk.kinbridge.platform.security.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Reads the caller from the claims of a token that has passed every check. */
final class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        Set<Role> roles = strings(jwt, "roles").stream()
                .flatMap(name -> Role.named(name).stream())
                .collect(Collectors.toUnmodifiableSet());
        List<SimpleGrantedAuthority> authorities = roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.kebab()))
                .toList();
        return new CallerAuthentication(jwt, authorities, caller(jwt, roles));
    }

    private static @Nullable Caller caller(Jwt jwt, Set<Role> roles) {
        String subject = text(jwt, "sub");
        String agency = text(jwt, "agency");
        if (agency == null && roles.contains(Role.SERVICE)) {
            agency = Caller.SUITE;
        }
        if (subject == null || agency == null) {
            return null;
        }
        String username = orElse(text(jwt, "preferred_username"), subject);
        String name = orElse(text(jwt, "name"), username);
        return new Caller(subject, username, name, agency, Set.copyOf(strings(jwt, "teams")), roles);
    }

    /** Null for a claim of another kind too: two agencies in one token are as good as none. */
    private static @Nullable String text(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof String text && !text.isBlank() ? text : null;
    }

    private static List<String> strings(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }
}
