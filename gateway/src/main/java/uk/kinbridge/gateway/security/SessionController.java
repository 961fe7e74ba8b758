package uk.kinbridge.gateway.security;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who is signed in and what it needs for changes. */
@RestController
class SessionController {

    @GetMapping("/session")
    Session session(@AuthenticationPrincipal @Nullable OidcUser user, CsrfToken token) {
        return new Session(
                user == null ? null : Person.of(user),
                new Csrf("XSRF-TOKEN", token.getHeaderName(), token.getParameterName(), token.getToken()),
                SecurityConfiguration.SIGN_IN,
                "/logout");
    }

    /** The answer; {@code person} is null when nobody is signed in. */
    record Session(@Nullable Person person, Csrf csrf, String signIn, String signOut) {}

    record Person(String username, String name, @Nullable String agency, List<String> teams, List<String> roles) {

        static Person of(OidcUser user) {
            return new Person(
                    user.getName(),
                    Objects.requireNonNullElse(user.getFullName(), user.getName()),
                    user.getClaimAsString("agency"),
                    claims(user, "teams"),
                    claims(user, "roles"));
        }

        private static List<String> claims(OidcUser user, String name) {
            return Objects.requireNonNullElse(user.getClaimAsStringList(name), List.of());
        }
    }

    /** Scripts send the cookie's value in the header; forms send {@code formToken} in the parameter. */
    record Csrf(String cookie, String header, String parameter, String formToken) {}
}
