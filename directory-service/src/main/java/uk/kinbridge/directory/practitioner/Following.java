package uk.kinbridge.directory.practitioner;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.directory.refresh.Refresher;
import uk.kinbridge.platform.security.peer.PeerTokens;

/** Follows the sign-in service: who was created, disabled or moved there is so here within a minute. */
@Configuration(proxyBeanMethods = false)
class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);

    private final Practitioners practitioners;
    private final PractitionerStore store;

    Following(Practitioners practitioners, PractitionerStore store) {
        this.practitioners = practitioners;
        this.store = store;
    }

    @Bean
    SignInPeople signInPeople(
            PeerTokens tokens,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            @Value("${kinbridge.directory.sign-in-admin-url:}") String adminUrl) {
        String url = adminUrl.isBlank() ? issuer.replace("/realms/", "/admin/realms/") : adminUrl;
        return new KeycloakPeople(url, tokens.asService());
    }

    @Bean
    Refresher practitionerRefresher(
            SignInPeople people, @Value("${kinbridge.directory.people-interval:20s}") Duration interval) {
        return new Refresher("practitioners", interval, () -> follow(people));
    }

    /** The stored copy serves until the sign-in service has answered for the first time. */
    void follow(SignInPeople people) {
        if (!practitioners.isKnown()) {
            fromStore();
        }
        List<Practitioner> fresh = people.all();
        Map<String, Practitioner> before = new HashMap<>();
        practitioners.all().forEach(person -> before.put(person.subject(), person));
        List<Practitioner> changed = fresh.stream()
                .filter(person -> !person.equals(before.remove(person.subject())))
                .toList();
        Set<String> gone = new HashSet<>(before.keySet());
        fresh.forEach(person -> gone.remove(person.subject()));
        practitioners.replaceWith(fresh);
        if (!changed.isEmpty() || !gone.isEmpty()) {
            log.info("people: {} new or changed, {} gone", changed.size(), gone.size());
            store.save(changed, gone);
        }
    }

    private void fromStore() {
        try {
            var kept = store.all();
            // An empty copy is that of a new installation, which says nothing.
            if (!kept.isEmpty()) {
                practitioners.replaceWith(kept);
            }
        } catch (DataAccessException away) {
            log.warn("people: neither a stored copy, since the database is away");
        }
    }
}
