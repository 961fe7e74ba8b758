package uk.kinbridge.assessment.family.feign;

import static org.assertj.core.api.Assertions.assertThat;

import feign.FeignException;
import feign.Request;
import feign.RetryableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.assessment.family.FamilyRecords.Answer;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who works with a family comes from referral-service; what one caller was told is never told to another. */
class AskedFamilyRecordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Caller LEILA = caller("p-leila", "hackney-drug-treatment");
    private static final Caller SADE = caller("p-sade", "hackney-childrens-social-care");

    private @Nullable FeignException fault;
    private int asked;
    private @Nullable String askedFor;

    private final ReferralServiceApi api = new ReferralServiceApi() {
        @Override
        public Family family(String id) {
            asked++;
            askedFor = id;
            if (fault != null) {
                throw fault;
            }
            return new Family(
                    id,
                    "F-1",
                    List.of(new Member("m-1", "ADULT", null)),
                    List.of(new Involved("a", null), new Involved("b", "2026-01-01T00:00:00Z")),
                    List.of(new Protected("p-1", "m-1", List.of("x"), null, null)));
        }

        @Override
        public Referral referral(String id) {
            throw new UnsupportedOperationException();
        }
    };

    private final AskedFamilyRecords records = new AskedFamilyRecords(
            api,
            OneFamily::alone,
            CircuitBreaker.of(
                    "referral",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(4)
                            .minimumNumberOfCalls(3)
                            .build()),
            () -> NOW);

    @Test
    void says_who_works_with_the_family_now_and_from_whom_somebody_is_protected() {
        assertThat(records.family("f-1", LEILA))
                .isInstanceOfSatisfying(
                        Answer.Known.class,
                        known -> assertThat(((KnownFamily) known.what()).agencies())
                                .containsExactly("a"));
        assertThat(known(records.family("f-1", LEILA)).shields()).hasSize(1);
    }

    @Test
    void while_it_is_down_the_last_good_answer_of_that_caller_counts_and_of_no_other() {
        records.family("f-1", LEILA);
        fault = away();

        assertThat(records.family("f-1", LEILA)).isInstanceOf(Answer.Known.class);
        assertThat(records.family("f-1", SADE)).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void a_refusal_is_an_answer_and_forgets_what_was_known() {
        records.family("f-1", LEILA);
        fault = refused();

        assertThat(records.family("f-1", LEILA)).isInstanceOf(Answer.NotForCaller.class);
        fault = away();
        assertThat(records.family("f-1", LEILA)).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    void after_some_failures_it_is_not_asked_for_a_while_but_refusals_never_stop_the_asking() {
        fault = refused();
        for (int i = 0; i < 10; i++) {
            records.family("f-1", LEILA);
        }
        assertThat(asked).isEqualTo(10);

        fault = away();
        for (int i = 0; i < 10; i++) {
            records.family("f-1", LEILA);
        }
        assertThat(asked).isLessThan(20);
    }

    @Test
    void of_a_record_that_became_part_of_another_that_one_is_asked_and_its_members_keep_their_ids_here() {
        var family = known(ofMerged(api).family("f-2", LEILA));

        assertThat(family.id()).isEqualTo("f-2");
        assertThat(family.member("other-1")).isPresent();
        assertThat(family.member("m-1")).isEmpty();
        assertThat(family.shields())
                .singleElement()
                .satisfies(shield -> assertThat(shield.memberId()).isEqualTo("other-1"));
        assertThat(askedFor).isEqualTo("f-1");
    }

    private static AskedFamilyRecords ofMerged(ReferralServiceApi api) {
        return new AskedFamilyRecords(
                api,
                _ -> new OneFamily("f-1", Map.of("f-2", Map.of("other-1", "m-1"))),
                CircuitBreaker.ofDefaults("referral"),
                () -> NOW);
    }

    private static KnownFamily known(Answer<KnownFamily> answer) {
        if (answer instanceof Answer.Known<KnownFamily>(KnownFamily family, Instant _)) {
            return family;
        }
        throw new AssertionError(answer);
    }

    private static FeignException away() {
        return new RetryableException(-1, "away", Request.HttpMethod.GET, (Long) null, request());
    }

    private static FeignException refused() {
        return new FeignException.NotFound("no", request(), null, Map.of());
    }

    private static Request request() {
        return Request.create(Request.HttpMethod.GET, "/", Map.of(), null, null, null);
    }

    private static Caller caller(String subject, String agency) {
        return new Caller(subject, subject, subject, agency, Set.of(), Set.of(Role.PRACTITIONER));
    }
}
