package uk.kinbridge.assessment.family.feign;

import feign.FeignException;
import feign.RetryableException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.kinbridge.assessment.family.FamilyRecords;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.family.KnownFamily.KnownMember;
import uk.kinbridge.assessment.family.KnownReferral;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.platform.security.Caller;

/**
 * Asks referral-service with the caller's token. When it does not answer, the last good answer that this very caller got
 * counts: another's would show them what they may not see.
 */
@Component
class AskedFamilyRecords implements FamilyRecords {

    private static final Logger log = LoggerFactory.getLogger(AskedFamilyRecords.class);
    private static final int REMEMBERED = 5_000;

    private record Question(String what, String id, String person, String agency) {}

    private record Good(Object answer, Instant at) {}

    private final ReferralServiceApi api;
    private final MergedFamilies merged;
    private final CircuitBreaker breaker;
    private final InstantSource time;
    private final Map<Question, Good> lastGood = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Good> eldest) {
            return size() > REMEMBERED;
        }
    });

    AskedFamilyRecords(
            ReferralServiceApi api, MergedFamilies merged, CircuitBreaker referralBreaker, InstantSource time) {
        this.api = api;
        this.merged = merged;
        this.breaker = referralBreaker;
        this.time = time;
    }

    @Override
    public Answer<KnownFamily> family(String id, Caller caller) {
        // what became of two records is asked of the one that is kept, and told in the words of the one that is asked
        // for
        var one = merged.of(id);
        return ask(
                new Question("family", id, caller.subject(), caller.agency()),
                () -> known(said(api.family(one.record()))).under(id, one.fromKept(id)),
                KnownFamily.class::cast);
    }

    @Override
    public Answer<KnownReferral> referral(String id, Caller caller) {
        return ask(
                new Question("referral", id, caller.subject(), caller.agency()),
                () -> known(said(api.referral(id))),
                KnownReferral.class::cast);
    }

    private <T> Answer<T> ask(Question question, Supplier<T> fresh, Function<Object, T> as) {
        try {
            var answer = breaker.executeSupplier(() -> answered(fresh));
            if (answer == null) {
                lastGood.remove(question);
                return new Answer.NotForCaller<>();
            }
            var at = time.instant();
            lastGood.put(question, new Good(answer, at));
            return new Answer.Known<>(answer, at);
        } catch (FeignException | CallNotPermittedException | NothingSaid down) {
            log.warn("referral-service does not say: {}", down.getClass().getSimpleName());
            var good = lastGood.get(question);
            return good == null ? new Answer.Unreachable<>() : new Answer.Known<>(as.apply(good.answer()), good.at());
        }
    }

    /** An answer without content. */
    private static final class NothingSaid extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static <T> T said(@Nullable T answer) {
        if (answer == null) {
            throw new NothingSaid();
        }
        return answer;
    }

    /** A refusal is an answer and no fault: it must not open the breaker for everybody else. */
    private static <T> @Nullable T answered(Supplier<T> fresh) {
        try {
            return fresh.get();
        } catch (RetryableException | FeignException.TooManyRequests down) {
            throw down;
        } catch (FeignException.FeignClientException refused) {
            return null;
        }
    }

    private static KnownFamily known(ReferralServiceApi.Family family) {
        var protections = family.protections();
        return new KnownFamily(
                family.id(),
                family.reference(),
                family.members().stream()
                        .map(m -> new KnownMember(m.id(), m.kind(), m.bornOn()))
                        .toList(),
                family.agencies().stream()
                        .filter(i -> i.until() == null)
                        .map(ReferralServiceApi.Involved::agency)
                        .distinct()
                        .toList(),
                protections == null
                        ? List.of()
                        : protections.stream()
                                .map(p -> new Shield(
                                        p.id(),
                                        p.memberId(),
                                        orNone(p.fromPeople()),
                                        orNone(p.fromAgencies()),
                                        p.lifted() != null))
                                .toList());
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static KnownReferral known(ReferralServiceApi.Referral r) {
        return new KnownReferral(
                r.id(),
                r.reference(),
                new Pinned(
                        r.protocol().pack(),
                        r.protocol().version(),
                        r.protocol().hash()),
                r.pathway(),
                r.disclosed().familyId(),
                r.disclosed().subject().id(),
                r.referrer().agency(),
                r.referrer().person(),
                r.recipient().agency());
    }
}
