package uk.kinbridge.escalation.post.feign;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.protocols.pack.PersonRole;

/**
 * Asks the directory who is in post. While it is down its last good answer counts, and without one the role is
 * addressed with no name: a rung never waits for a name.
 */
@Component
class DirectoryPosts implements Posts {

    private static final Logger log = LoggerFactory.getLogger(DirectoryPosts.class);

    private record Post(String agency, PersonRole role) {}

    private final DirectoryOfPeople directory;
    private final CircuitBreaker breaker;
    private final Map<Post, Holders> lastGood = new ConcurrentHashMap<>();

    DirectoryPosts(DirectoryOfPeople directory, CircuitBreaker directoryBreaker) {
        this.directory = directory;
        this.breaker = directoryBreaker;
    }

    @Override
    public Holders holding(String agency, PersonRole role, Instant at) {
        if (role == PersonRole.PRACTITIONER || role.ofTheCase()) {
            // Practitioners are not a post that somebody answers for: whoever works with the family is meant.
            return new Holders.Unknown();
        }
        var post = new Post(agency, role);
        return ask(post, at)
                .map(fresh -> {
                    lastGood.put(post, fresh);
                    return fresh;
                })
                .orElseGet(() -> lastGood.getOrDefault(post, new Holders.Unknown()));
    }

    private Optional<Holders> ask(Post post, Instant at) {
        try {
            return Optional.of(breaker.executeSupplier(() -> fresh(post, at)));
        } catch (FeignException | OAuth2AuthorizationException | CallNotPermittedException down) {
            log.warn(
                    "the directory does not say who is in post: {}",
                    down.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Holders fresh(Post post, Instant at) {
        var people = directory.answering(post.agency(), post.role().word(), at).items();
        if (!people.isEmpty()) {
            return new Holders.Held(people.stream()
                    .map(person -> new Holder(person.subject(), person.name()))
                    .toList());
        }
        // A directory that knows nobody of an agency cannot say that a post there is vacant.
        return directory.practitioners(post.agency()).items().isEmpty() ? new Holders.Unknown() : new Holders.Vacant();
    }
}
