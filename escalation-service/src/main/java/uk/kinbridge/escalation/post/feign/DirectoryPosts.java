package uk.kinbridge.escalation.post.feign;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.post.Presence;
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
        return ask(() -> fresh(post, at))
                .filter(fresh -> !(fresh instanceof Holders.Unknown))
                .map(fresh -> {
                    lastGood.put(post, fresh);
                    return fresh;
                })
                .orElseGet(() -> lastGood.getOrDefault(post, new Holders.Unknown()));
    }

    @Override
    public Presence presence(String agency, String person, Instant at) {
        return ask(() -> fresh(agency, person, at)).orElseGet(Presence.Unknown::new);
    }

    @Override
    public Holders linkedTo(String agency, String other, Instant at) {
        return ask(() -> heldBy(agency, directory.linked(agency, other, at))).orElseGet(Holders.Unknown::new);
    }

    private <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(breaker.executeSupplier(question));
        } catch (FeignException | OAuth2AuthorizationException | CallNotPermittedException down) {
            log.warn(
                    "the directory does not say who is in post: {}",
                    down.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Holders fresh(Post post, Instant at) {
        return heldBy(
                post.agency(), directory.answering(post.agency(), post.role().word(), at));
    }

    private Holders heldBy(String agency, DirectoryOfPeople.People people) {
        if (!people.items().isEmpty()) {
            return new Holders.Held(holders(people.items()));
        }
        // A directory that knows nobody of an agency cannot say that a post there is vacant.
        return directory.practitioners(agency).items().isEmpty() ? new Holders.Unknown() : new Holders.Vacant();
    }

    private Presence fresh(String agency, String person, Instant at) {
        var people = directory.practitioners(agency).items();
        var known = people.stream().filter(one -> one.subject().equals(person)).findFirst();
        if (known.isEmpty()) {
            // A directory that knows nobody of an agency cannot say that somebody has left it.
            return people.isEmpty() ? new Presence.Unknown() : new Presence.Gone();
        }
        var acting = directory.actingFor(agency, person, at).people().stream().findFirst();
        if (acting.isEmpty()) {
            return new Presence.Away(null);
        }
        var holder = new Holder(acting.get().subject(), acting.get().name());
        return acting.get().delegate()
                ? new Presence.Away(holder)
                : new Presence.There(
                        holder, Objects.requireNonNullElse(known.get().roles(), List.of()));
    }

    private static List<Holder> holders(List<DirectoryOfPeople.Person> people) {
        return people.stream()
                .map(person -> new Holder(person.subject(), person.name()))
                .toList();
    }
}
