package uk.kinbridge.assessment.assessment.feign;

import feign.FeignException;
import feign.RetryableException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.assessment.FamilyRecords;
import uk.kinbridge.assessment.assessment.ReferralDrafts;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.protocols.sharing.FieldGroup;

/** Asks referral-service as the person whose request is handled; the answer while it is down is that it is down. */
@Component
class AskedReferralService implements FamilyRecords, ReferralDrafts {

    private static final Logger log = LoggerFactory.getLogger(AskedReferralService.class);
    private static final int NEWEST = 100;

    private final AssessedFamilies peer;
    private final MergedFamilies merged;
    private final CircuitBreaker breaker;

    AskedReferralService(AssessedFamilies peer, MergedFamilies merged, CircuitBreaker referralBreaker) {
        this.peer = peer;
        this.merged = merged;
        this.breaker = referralBreaker;
    }

    private sealed interface Said<T> {
        record Answer<T>(T what) implements Said<T> {}

        record Refusal<T>() implements Said<T> {}

        record Silence<T>() implements Said<T> {}
    }

    private <T> Said<T> ask(Supplier<@Nullable T> question) {
        try {
            return breaker.<Said<T>>executeSupplier(() -> answered(question));
        } catch (FeignException | CallNotPermittedException down) {
            log.warn("referral-service does not say: {}", down.getClass().getSimpleName());
            return new Said.Silence<>();
        }
    }

    /** A refusal is an answer and no fault: it must not open the breaker for everybody else. */
    private static <T> Said<T> answered(Supplier<@Nullable T> question) {
        try {
            var said = question.get();
            return said == null ? new Said.Silence<>() : new Said.Answer<>(said);
        } catch (RetryableException | FeignException.TooManyRequests down) {
            throw down;
        } catch (FeignException.FeignClientException refused) {
            return new Said.Refusal<>();
        }
    }

    @Override
    public Seen see(String family, String person, @Nullable String referral, Instant now) {
        // what became of two records is asked of the one that is kept, and told in the words of the one that is asked
        // for
        var one = merged.of(family);
        return switch (ask(() -> peer.family(one.record()))) {
            case Said.Answer<AssessedFamilies.Family>(var found) ->
                new Seen.Known(
                        Reading.of(found, one.toKept(family).apply(person), now).under(family, one.fromKept(family)));
            case Said.Refusal<AssessedFamilies.Family> _ ->
                referral == null ? new Seen.NotForYou() : disclosed(one, person, referral, now);
            case Said.Silence<AssessedFamilies.Family> _ -> new Seen.Unreachable();
        };
    }

    /** A referral has told the agency of this family: it knows what that disclosed, and no more. */
    private Seen disclosed(OneFamily one, String person, String referral, Instant now) {
        return switch (ask(() -> peer.referral(referral))) {
            case Said.Answer<AssessedFamilies.Referral>(var found) ->
                one.ids().contains(found.disclosed().familyId())
                        ? new Seen.Known(Reading.of(found, person, now))
                        : new Seen.NotForYou();
            case Said.Refusal<AssessedFamilies.Referral> _ -> new Seen.NotForYou();
            case Said.Silence<AssessedFamilies.Referral> _ -> new Seen.Unreachable();
        };
    }

    @Override
    public Sharing shared(String family) {
        var one = merged.of(family);
        var all = new ArrayList<AssessedFamilies.Decision>();
        for (var record : one.ids()) {
            switch (ask(() -> peer.decisions(record, NEWEST))) {
                case Said.Answer<AssessedFamilies.Decisions>(var found) ->
                    found.items()
                            .forEach(decision ->
                                    all.add(decision.of(one.toKept(record).andThen(one.fromKept(family)))));
                case Said.Refusal<AssessedFamilies.Decisions> _ -> {
                    // nothing was decided about it that the caller may know
                }
                case Said.Silence<AssessedFamilies.Decisions> _ -> {
                    return new Sharing.Unreachable();
                }
            }
        }
        if (!one.isAlone()) {
            all.sort(Comparator.comparing(AssessedFamilies.Decision::when).reversed());
        }
        return new Sharing.Decided(newest(all));
    }

    /** The last decision of one agency towards another is the one that holds. */
    private static List<Let> newest(List<AssessedFamilies.Decision> decisions) {
        var byPair = new LinkedHashMap<String, AssessedFamilies.Decision>();
        decisions.forEach(decision -> byPair.putIfAbsent(decision.agency() + ">" + decision.recipient(), decision));
        return byPair.values().stream()
                .filter(AssessedFamilies.Decision::shares)
                .flatMap(decision -> {
                    var lets = decision.lets() == null ? List.<AssessedFamilies.Lets>of() : decision.lets();
                    return lets.stream()
                            .map(let -> new Let(
                                    decision.agency(), decision.recipient(), let.person(), fields(let.fields())));
                })
                .toList();
    }

    /** Fields that this version does not know let nothing through. */
    private static Set<FieldGroup> fields(List<String> names) {
        var fields = EnumSet.noneOf(FieldGroup.class);
        Arrays.stream(FieldGroup.values())
                .filter(group -> names.contains(group.name()))
                .forEach(fields::add);
        return fields;
    }

    @Override
    public Optional<String> begin(Prefilled prefilled, String key) {
        var body = new LinkedHashMap<String, Object>();
        body.put("protocol", prefilled.protocol());
        body.put("pathway", prefilled.pathway());
        body.put("familyId", prefilled.family());
        body.put("subjectId", prefilled.about().getFirst());
        body.put("recipientAgency", prefilled.recipient());
        body.put("texts", prefilled.texts());
        body.put("situation", prefilled.situation());
        body.put("origin", Map.of("type", "assessment", "id", key));
        return ask(() -> peer.draft(key, body)) instanceof Said.Answer<AssessedFamilies.Draft>(var draft)
                ? Optional.of("/api/referral-drafts/" + draft.id())
                : Optional.empty();
    }
}
