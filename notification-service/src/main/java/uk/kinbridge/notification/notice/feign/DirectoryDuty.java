package uk.kinbridge.notification.notice.feign;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Answerer;
import uk.kinbridge.notification.notice.Duty;
import uk.kinbridge.notification.notice.Recipient;
import uk.kinbridge.notification.notice.Urgency;

/**
 * Asks the directory who answers for a recipient. While it is down its last good answer counts for a while; after that
 * nobody is named, and the inbox of the role holds the notice until it can say again.
 */
@Component
class DirectoryDuty implements Duty {

    private static final Logger log = LoggerFactory.getLogger(DirectoryDuty.class);

    /** Many notices of the same moment ask the same; who comes back to work finds the next one after this long. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Who was on duty longer ago may have gone home. */
    private static final Duration STILL_GOOD = Duration.ofHours(1);

    /** Who decides by himself what comes in at night, where the rota names nobody for the role itself. */
    private static final String NIGHT = "duty-worker";

    private static final Set<String> POSTS =
            Set.of("duty-worker", "safeguarding-lead", "manager", "named-professional", "senior-manager");

    private record Question(
            String agency,
            String role,
            @Nullable String person,
            @Nullable String team) {}

    private record Said(DirectoryOfDuty.Desk desk, Instant at) {

        boolean holdsAt(Instant now, Duration atMost) {
            return Duration.between(at, now).abs().compareTo(atMost) < 0;
        }
    }

    private final DirectoryOfDuty directory;
    private final CircuitBreaker breaker;
    private final Map<Question, Said> lastGood = new ConcurrentHashMap<>();

    DirectoryDuty(DirectoryOfDuty directory, CircuitBreaker directoryBreaker) {
        this.directory = directory;
        this.breaker = directoryBreaker;
    }

    @Override
    public Answer answering(Recipient recipient, Urgency urgency, Instant at) {
        if (recipient.person() == null && !POSTS.contains(recipient.role())) {
            return new Answer.Whoever();
        }
        var question = new Question(recipient.agency(), recipient.role(), recipient.person(), recipient.team());
        return desk(question, at)
                .map(desk -> recipient.person() != null || desk.open()
                        ? new Answer.Known(people(recipient, desk, desk.people().stream()), !desk.open())
                        : outOfHours(recipient, urgency, desk, at))
                .orElseGet(Answer.Unknown::new);
    }

    /** Those whom the rota names for this moment; for what cannot wait everybody who answers for it. */
    private Answer outOfHours(Recipient recipient, Urgency urgency, DirectoryOfDuty.Desk desk, Instant at) {
        var onRota = people(recipient, desk, desk.people().stream().filter(DirectoryDuty::onRota));
        if (onRota.isEmpty()) {
            onRota = desk(new Question(recipient.agency(), NIGHT, null, null), at)
                    .map(night ->
                            people(recipient, night, night.people().stream().filter(DirectoryDuty::onRota)))
                    .orElse(List.of());
        }
        return new Answer.Known(
                onRota.isEmpty() && urgency == Urgency.IMMEDIATE
                        ? people(recipient, desk, desk.people().stream())
                        : onRota,
                true);
    }

    private static boolean onRota(DirectoryOfDuty.Person person) {
        return person.basis().equals("rota");
    }

    private static List<Answerer> people(
            Recipient recipient, DirectoryOfDuty.Desk desk, Stream<DirectoryOfDuty.Person> people) {
        return people.map(person -> new Answerer(
                        recipient.agency(),
                        person.subject(),
                        person.name(),
                        person.because(),
                        standsIn(recipient, desk, person)))
                .toList();
    }

    /** Who has the role that is meant, or is the person, finds the notice without any of this. */
    private static boolean standsIn(Recipient recipient, DirectoryOfDuty.Desk desk, DirectoryOfDuty.Person person) {
        if (recipient.person() != null) {
            return !person.subject().equals(recipient.person());
        }
        return person.delegate()
                || !person.basis().equals("role")
                || !Objects.equals(desk.answering(), recipient.role());
    }

    private Optional<DirectoryOfDuty.Desk> desk(Question question, Instant at) {
        // One asks, the others of the same moment wait for that answer.
        var said = lastGood.compute(
                question, (same, last) -> last != null && last.holdsAt(at, FRESH) ? last : ask(same, last, at));
        return said != null && said.holdsAt(at, STILL_GOOD) ? Optional.of(said.desk()) : Optional.empty();
    }

    private @Nullable Said ask(Question question, @Nullable Said last, Instant at) {
        try {
            return new Said(breaker.executeSupplier(() -> fresh(question, at)), at);
        } catch (FeignException | OAuth2AuthorizationException | CallNotPermittedException down) {
            log.warn(
                    "the directory does not say who is on duty: {}",
                    down.getClass().getSimpleName());
            return last;
        }
    }

    private DirectoryOfDuty.Desk fresh(Question question, Instant at) {
        return question.person() == null
                ? directory.onDuty(question.agency(), question.role(), question.team(), at)
                : directory.actingFor(question.agency(), question.person(), at);
    }
}
