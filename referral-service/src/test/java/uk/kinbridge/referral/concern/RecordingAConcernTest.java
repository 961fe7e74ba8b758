package uk.kinbridge.referral.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.information.Office.MONDAY_TEN;
import static uk.kinbridge.referral.information.Office.SADE;
import static uk.kinbridge.referral.information.Office.TOM;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.information.DecisionMother;
import uk.kinbridge.referral.information.Office;

/** JWP-08, ENG-12: who may contribute, who sees what, who answers. */
class RecordingAConcernTest {

    private static final Caller OWEN = Office.caller("p-owen", "hackney-alcohol-treatment", Role.SAFEGUARDING_LEAD);
    private static final Caller NADIA =
            Office.caller("p-nadia", "hackney-childrens-social-care", Role.SAFEGUARDING_LEAD);

    private final Office office = new Office();
    private final Map<String, ConcernFiles.Held> files = new HashMap<>();
    private int ids;

    private final ConcernFiles port = new ConcernFiles() {
        @Override
        public Optional<Held> find(String familyId) {
            return Optional.ofNullable(files.get(familyId));
        }

        @Override
        public boolean save(long version, Change<ConcernsOfFamily, ConcernEvent> change, Instant now) {
            files.put("f-1", new Held(change.next(), version + 1));
            return true;
        }
    };

    private final RecordConcern concerns = new RecordConcern(
            office.families(),
            office.decisions,
            Office.protocols(),
            port,
            new ConcernsOverMerges(
                    office.families(),
                    Office.protocols(),
                    port,
                    BankHolidays::shipped,
                    () -> "p-" + ids++,
                    () -> "C-0000-000" + ids++));

    @Test
    void an_agency_that_nothing_was_shared_with_does_not_learn_of_the_family() {
        assertThat(record("k-1", OWEN))
                .isEqualTo(new RecordConcern.Outcome.NotPermitted(new AccessDecision.Concealed()));
        assertThat(concerns.read("f-1", OWEN)).isEmpty();
    }

    @Test
    void an_agency_with_which_something_was_shared_contributes() {
        shared();

        assertThat(record("k-1", SADE)).isInstanceOf(RecordConcern.Outcome.Done.class);
        assertThat(concerns.read("f-1", SADE)).isPresent();
    }

    @Test
    void the_same_request_again_records_one_concern() {
        record("k-1", TOM);
        record("k-1", TOM);

        assertThat(files.get("f-1")).isNotNull();
        assertThat(concerns.read("f-1", TOM).orElseThrow().concerns().concerns())
                .hasSize(1);
    }

    @Test
    void a_factor_that_the_protocols_do_not_know_is_refused() {
        assertThat(concerns.record(
                        "k-1", "f-1", new RecordConcern.Worry("hackney", List.of("bad-vibes"), "x"), TOM, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        RecordConcern.Outcome.Unknown.class,
                        unknown -> assertThat(unknown.byField()).containsKey("factors[0]"));
    }

    @Test
    void those_who_can_act_answer_a_picture_and_others_are_told_who_does() {
        shared();
        record("k-1", TOM);
        record("k-2", SADE);
        record("k-3", TOM);
        var held = concerns.read("f-1", TOM).orElseThrow();
        var picture = held.concerns().pictures().getFirst();

        assertThat(answer(picture, held.version(), SADE))
                .isInstanceOfSatisfying(
                        RecordConcern.Outcome.NotPermitted.class,
                        not -> assertThat(not.refused()).isInstanceOf(AccessDecision.Denied.class));
        assertThat(answer(picture, held.version(), OWEN))
                .isEqualTo(new RecordConcern.Outcome.NotPermitted(new AccessDecision.Concealed()));
        assertThat(answer(picture, held.version() + 5, NADIA)).isInstanceOf(RecordConcern.Outcome.Stale.class);
        assertThat(answer(picture, held.version(), NADIA))
                .isInstanceOfSatisfying(
                        RecordConcern.Outcome.Done.class,
                        done -> assertThat(done.whole()
                                        .concerns()
                                        .pictures()
                                        .getFirst()
                                        .isOpen())
                                .isFalse());
    }

    @Test
    void only_those_who_can_act_see_others_concerns_and_only_in_a_picture_raised_to_them() {
        shared();
        record("k-1", TOM);
        record("k-2", SADE);
        record("k-3", TOM);
        var picture =
                concerns.read("f-1", TOM).orElseThrow().concerns().pictures().getFirst();

        assertThat(ConcernAccess.seesOthersConcerns(NADIA, picture)).isTrue();
        assertThat(ConcernAccess.seesOthersConcerns(SADE, picture)).isFalse();
        assertThat(ConcernAccess.seesOthersConcerns(OWEN, picture)).isFalse();
    }

    private void shared() {
        office.decisions.keep(
                Change.silent(DecisionMother.aDecision("d-1", "f-1", DecisionMother.AT, List.of())), DecisionMother.AT);
    }

    private RecordConcern.Outcome record(String id, Caller caller) {
        return concerns.record(
                id, "f-1", new RecordConcern.Worry("hackney", List.of(), "Tired and late again."), caller, MONDAY_TEN);
    }

    private RecordConcern.Outcome answer(Picture picture, long version, Caller caller) {
        return concerns.answer(
                "f-1", picture.id(), version, Picture.Action.LIAISED, "We talk on Friday.", caller, MONDAY_TEN);
    }
}
