package uk.kinbridge.referral.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.tie;
import static uk.kinbridge.referral.referral.ReferralMother.newerCalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.published.PinnedCalendars;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Law;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.sharing.SharingDecision.Kind;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;
import uk.kinbridge.referral.family.Author;
import uk.kinbridge.referral.family.ChangeFamily;
import uk.kinbridge.referral.family.Changes;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.Involvement;
import uk.kinbridge.referral.family.MemoryFamilies;
import uk.kinbridge.referral.family.Merge;
import uk.kinbridge.referral.family.MergeFamilies;
import uk.kinbridge.referral.family.Relationship;
import uk.kinbridge.referral.information.CapacityFinding;
import uk.kinbridge.referral.information.ConsentRecord;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.Decide;
import uk.kinbridge.referral.information.InformationEvent;
import uk.kinbridge.referral.information.KeepAnswers;
import uk.kinbridge.referral.information.KeptConsent;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.SharingDecisions;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.treatment.RecordTreatment.Outcome;
import uk.kinbridge.referral.treatment.TreatmentEvent.ClockBreached;
import uk.kinbridge.referral.treatment.TreatmentEvent.ClockMet;
import uk.kinbridge.referral.treatment.TreatmentEvent.NoticeFulfilled;
import uk.kinbridge.referral.treatment.TreatmentEvent.NoticeRequested;

/** SAL-16: with consent, the child's health visitor or school nurse is told when a parent enters treatment. */
class EnteringTreatmentTest {

    private static final Instant MONDAY_TEN = FamilyMother.NOW;
    private static final String ACHIEVE = "achieve-salford";
    private static final String CHILDREN = "salford-childrens-services";
    private static final String PARENT = "f-1-1";
    private static final Caller JOEL = FamilyMother.caller("joel", "Joel Amos", ACHIEVE, Role.PRACTITIONER);
    private static final Caller BEA = FamilyMother.caller("bea", "Bea Ridge", CHILDREN, Role.PRACTITIONER);

    private final MemoryFamilies families = new MemoryFamilies();
    private final Map<String, Treatments.Held> kept = new HashMap<>();
    private final List<TreatmentEvent> told = new ArrayList<>();
    private @Nullable ConsentRecord consents;
    private Runnable whileItIsKept = () -> {};

    private final SharingDecisions decisions = new Office().decisions;

    private final RecordTreatment record = new RecordTreatment(
            families,
            new OneConsent(),
            new Decide(new OneConsent(), new KeepAnswers(new OneConsent()), Law.WITHOUT_DUTY, () -> "D-2222-2222"),
            decisions,
            Office.protocols(),
            new InMemory(),
            BankHolidays::shipped,
            () -> "T-2222-2222");

    private final class OneConsent implements ConsentRecords {
        @Override
        public Optional<ConsentRecords.Held> find(String familyId) {
            return Optional.ofNullable(consents).map(record -> new ConsentRecords.Held(record, 1));
        }

        @Override
        public boolean save(long version, Change<ConsentRecord, InformationEvent> change, Instant now) {
            throw new UnsupportedOperationException();
        }
    }

    private final class InMemory implements Treatments {
        @Override
        public Treatments.Held add(Change<Treatment, TreatmentEvent> change, Instant now) {
            whileItIsKept.run();
            var before = kept.putIfAbsent(change.next().id(), new Treatments.Held(change.next(), 1));
            if (before == null) {
                told.addAll(change.events());
            }
            return Objects.requireNonNull(kept.get(change.next().id()));
        }

        @Override
        public Optional<Treatments.Held> find(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public List<Treatments.Held> ofFamily(String familyId) {
            return kept.values().stream()
                    .filter(held -> held.treatment().family().equals(familyId))
                    .toList();
        }

        @Override
        public List<Treatments.Held> toldOn(String consentId) {
            return kept.values().stream()
                    .filter(held -> consentId.equals(held.treatment().told().consent()))
                    .toList();
        }

        @Override
        public boolean save(long version, Change<Treatment, TreatmentEvent> change, Instant now) {
            if (Objects.requireNonNull(kept.get(change.next().id())).version() != version) {
                return false;
            }
            kept.put(change.next().id(), new Treatments.Held(change.next(), version + 1));
            told.addAll(change.events());
            return true;
        }
    }

    /** Robin is in treatment; Wren is seven, Jay is two. */
    @BeforeEach
    void a_family_that_both_services_work_with() {
        var family = FamilyMother.family(
                "f-1",
                JOEL,
                null,
                adult("Robin", "Ashdown", "1990-03-01"),
                child("Wren", "Ashdown", "2019-06-02"),
                child("Jay", "Ashdown", "2024-06-02"));
        family = changed(Changes.relate(
                family,
                tie(PARENT, "f-1-2", Relationship.Kind.PARENT, Relationship.Care.SOLE),
                Author.of(JOEL),
                MONDAY_TEN));
        families.add(
                changed(Changes.join(
                        family,
                        CHILDREN,
                        Involvement.LawfulBasis.PUBLIC_TASK,
                        "Child in need",
                        Author.of(JOEL),
                        MONDAY_TEN)),
                MONDAY_TEN);
    }

    private void consent(Consent.Answer answer, @Nullable LocalDate until) {
        consents = new ConsentRecord(
                "f-1",
                List.of(new KeptConsent(
                        "c-1",
                        PARENT,
                        Purpose.LIAISON,
                        answer,
                        null,
                        Consent.GivenBy.SELF,
                        "Asked at the visit.",
                        Worker.of(JOEL),
                        MONDAY_TEN,
                        until,
                        null)),
                List.of(),
                List.of());
    }

    private Outcome entered(Caller caller) {
        return record.enter(
                "t-1",
                "f-1",
                new RecordTreatment.Entry("salford", PARENT, LocalDate.of(2026, 11, 23)),
                caller,
                MONDAY_TEN);
    }

    private Treatment treatment() {
        return Objects.requireNonNull(kept.get("t-1")).treatment();
    }

    private List<NoticeRequested> notices(String purpose) {
        return told.stream()
                .filter(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .filter(notice -> notice.purpose().equals(purpose))
                .toList();
    }

    @Test
    void with_consent_the_other_service_is_told_and_chased_until_it_confirms() {
        consent(Consent.Answer.GIVEN, null);

        assertThat(entered(JOEL)).isInstanceOf(Outcome.Done.class);

        assertThat(notices("parent-entered-treatment")).singleElement().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo(new Addressee(CHILDREN, "duty-worker", null));
            assertThat(notice.obligations()).contains("SAL-16");
            assertThat(notice.words()).doesNotContain("Robin");
            var plan = Objects.requireNonNull(notice.pursued()).plan();
            assertThat(plan.steps().get(1).to()).isEqualTo(new Addressee(CHILDREN, "manager", null));
            assertThat(plan.steps().getLast().to()).isEqualTo(new Addressee(ACHIEVE, "practitioner", JOEL.subject()));
        });
        assertThat(treatment().told().consent()).isEqualTo("c-1");
        assertThat(treatment().told().agencies()).containsExactly(CHILDREN);
    }

    /** ENG-11, SAL-03: each of those told is told under a decision that is kept and found by the consent. */
    @Test
    void whoever_is_told_is_told_under_a_decision_that_rests_on_the_consent() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        entered(JOEL);

        assertThat(decisions.relyingOn("c-1"))
                .hasSize(3)
                .allSatisfy(decision -> assertThat(decision.outcome()).isEqualTo(Kind.SHARE_WITH_CONSENT))
                .allSatisfy(decision -> assertThat(decision.agency()).isEqualTo(ACHIEVE))
                .allSatisfy(decision -> assertThat(
                                Objects.requireNonNull(decision.occasion()).record())
                        .isEqualTo("t-1"))
                .extracting(KeptDecision::recipient)
                .containsExactlyInAnyOrder(CHILDREN, "health-visiting", "school-nursing");
    }

    /** FAP-11: who was found unable to decide this has not agreed, whatever is on record; others decide for them first. */
    @Test
    void an_agreement_of_somebody_found_unable_to_give_it_lets_nobody_be_told() {
        consent(Consent.Answer.GIVEN, null);
        var agreed = Objects.requireNonNull(consents);
        consents = new ConsentRecord(
                "f-1",
                agreed.consents(),
                List.of(new CapacityFinding(
                        "x-1",
                        PARENT,
                        Purpose.LIAISON,
                        false,
                        List.of("Could not weigh it up."),
                        LocalDate.of(2027, 1, 1),
                        Worker.of(JOEL),
                        MONDAY_TEN,
                        null,
                        List.of())),
                List.of());

        assertThat(entered(JOEL)).isInstanceOf(Outcome.Done.class);

        assertThat(told).isEmpty();
        assertThat(treatment().outside()).isEmpty();
        assertThat(treatment().isTold()).isFalse();
        assertThat(decisions.relyingOn("c-1")).isEmpty();
    }

    @Test
    void the_health_visitor_of_the_small_one_and_the_school_nurse_of_the_other_are_tasks_with_a_clock() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);

        assertThat(treatment().outside())
                .extracting(Treatment.Outside::id, Treatment.Outside::children)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("health-visiting", List.of("f-1-3")),
                        org.assertj.core.groups.Tuple.tuple("school-nursing", List.of("f-1-2")));
        assertThat(treatment().clocks())
                .hasSize(2)
                .allSatisfy(clock -> assertThat(clock.dueAt()).isEqualTo("2026-11-25T17:00:00Z"));
        assertThat(notices("tell-school-nursing")).singleElement().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo(new Addressee(ACHIEVE, "practitioner", JOEL.subject()));
            assertThat(notice.action()).contains("record whom you told");
        });
    }

    @Test
    void who_was_told_is_on_record_stops_the_clock_and_settles_the_notice() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);

        var outcome = record.toldOutside(
                "t-1", "school-nursing", 1, true, "Nurse Hale", "By telephone", JOEL, MONDAY_TEN.plusSeconds(60));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(treatment().outside().get(1).done()).isNotNull();
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        NoticeFulfilled.class,
                        settled -> assertThat(settled.purpose()).isEqualTo("tell-school-nursing"));
        assertThat(record.toldOutside("t-1", "school-nursing", 2, true, "w", "h", JOEL, MONDAY_TEN))
                .isInstanceOf(Outcome.NotNow.class);
    }

    @Test
    void when_nobody_tells_them_the_manager_hears_of_it_and_late_is_told_as_late() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        var due = treatment().clocks().getFirst().dueAt();

        var late = treatment().elapse(due);

        assertThat(late.events())
                .filteredOn(ClockBreached.class::isInstance)
                .hasSize(2)
                .allSatisfy(event -> assertThat(((ClockBreached) event).told())
                        .containsExactly(new Addressee(ACHIEVE, "manager", null)));
        var owed = late.next().owed("health-visiting").orElseThrow();
        var done = new Treatment.Done(true, "w", "h", Worker.of(JOEL), due.plus(Duration.ofHours(1)));
        assertThat(late.next().toldOutside(owed, done).events()).anyMatch(ClockMet.class::isInstance);
        assertThat(late.next().elapse(due.plus(Duration.ofDays(9))).events()).isEmpty();
    }

    @Test
    void a_bank_holiday_that_is_published_meanwhile_gives_the_time_that_the_protocol_means() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        var before = treatment().clocks().getFirst();
        var dueOn = before.dueAt().atZone(WorkingCalendar.LONDON).toLocalDate().toString();
        var calendars = new PinnedCalendars(Office.protocols(), () -> newerCalendar(dueOn));

        var change = treatment().brought(calendars, MONDAY_TEN.plusSeconds(60)).orElseThrow();

        assertThat(change.next().clocks().getFirst()).satisfies(after -> {
            assertThat(after.dueAt()).isAfter(before.dueAt());
            assertThat(after.variations())
                    .singleElement()
                    .satisfies(move -> assertThat(move.dueBefore()).isEqualTo(before.dueAt()));
        });
        assertThat(change.events())
                .hasSameSizeAs(change.next().clocks())
                .allSatisfy(
                        event -> assertThat(((NoticeRequested) event).purpose()).endsWith("-moved-2026-12-01"));
        assertThat(change.next().brought(calendars, MONDAY_TEN.plusSeconds(120)))
                .isEmpty();
    }

    @Test
    void without_a_consent_that_stands_nobody_is_told_and_it_says_so() {
        entered(JOEL);
        assertThat(told).isEmpty();
        assertThat(treatment().told().words()).contains("Consent");

        consent(Consent.Answer.REFUSED, null);
        assertThat(record.tellNow("t-1", 1, JOEL, MONDAY_TEN)).isInstanceOf(Outcome.Done.class);
        consent(Consent.Answer.GIVEN, LocalDate.of(2026, 11, 22));
        record.tellNow("t-1", 2, JOEL, MONDAY_TEN);
        assertThat(told).as("refused, and run out").isEmpty();
    }

    @Test
    void consent_that_is_given_later_lets_it_be_told_then_and_once() {
        entered(JOEL);
        consent(Consent.Answer.GIVEN, null);

        record.tellNow("t-1", 1, JOEL, MONDAY_TEN.plus(Duration.ofDays(1)));

        assertThat(notices("parent-entered-treatment")).hasSize(1);
        assertThat(record.tellNow("t-1", 2, JOEL, MONDAY_TEN.plus(Duration.ofDays(1))))
                .isInstanceOf(Outcome.NotNow.class);
    }

    /** SAL-03: what was told stands; what rests on the consent alone and has not been told is not told. */
    @Test
    void when_consent_is_taken_back_whoever_outside_was_not_told_is_not_told_and_who_owed_it_hears_why() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        record.toldOutside("t-1", "school-nursing", 1, true, "Nurse Hale", "By telephone", JOEL, MONDAY_TEN);
        told.clear();
        var later = MONDAY_TEN.plusSeconds(3600);

        record.consentEnded("c-1", Worker.of(JOEL), later);

        assertThat(treatment().owed("health-visiting")).isEmpty();
        assertThat(outside("health-visiting").done()).satisfies(done -> {
            assertThat(Objects.requireNonNull(done).told()).isFalse();
            assertThat(done.how()).contains("consent");
            assertThat(done.consentEnded()).isEqualTo("c-1");
        });
        assertThat(Objects.requireNonNull(outside("school-nursing").done()).told())
                .as("who was told, was told")
                .isTrue();
        assertThat(treatment().told().agencies()).containsExactly(CHILDREN);
        assertThat(treatment().isTold()).isFalse();
        assertThat(treatment().wakeAt()).as("no clock runs any more").isEmpty();
        assertThat(fulfilled()).containsExactly("tell-health-visiting");
        assertThat(notices("stop-health-visiting")).singleElement().satisfies(notice -> {
            assertThat(notice.to()).isEqualTo(new Addressee(ACHIEVE, "practitioner", JOEL.subject()));
            assertThat(notice.words()).contains("does not consent any more", "health visiting", "T-2222-2222");
            assertThat(notice.action()).contains("Tell nobody");
        });
    }

    @Test
    void news_of_the_end_that_comes_twice_or_is_of_another_consent_changes_nothing() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        record.consentEnded("c-other", Worker.of(JOEL), MONDAY_TEN);
        assertThat(treatment().owed("health-visiting")).isPresent();

        record.consentEnded("c-1", Worker.of(JOEL), MONDAY_TEN);
        var once = List.copyOf(told);
        record.consentEnded("c-1", Worker.of(JOEL), MONDAY_TEN.plusSeconds(9));

        assertThat(told).isEqualTo(once);
    }

    @Test
    void what_was_overdue_when_consent_was_taken_back_is_not_overdue_any_more_and_nobody_goes_on_asking() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        var due = treatment().clocks().getFirst().dueAt();
        var late = treatment().elapse(due.minusSeconds(60)).next().elapse(due).next();

        var events =
                late.consentEnded("c-1", Worker.of(JOEL), due.plusSeconds(60)).events();

        assertThat(events).filteredOn(ClockMet.class::isInstance).hasSize(2);
        assertThat(events)
                .filteredOn(NoticeFulfilled.class::isInstance)
                .extracting(event -> ((NoticeFulfilled) event).purpose())
                .contains(
                        "tell-health-visiting",
                        "tell-health-visiting-due-soon",
                        "tell-health-visiting-overdue",
                        "tell-school-nursing-overdue");
    }

    @Test
    void who_had_been_told_just_before_can_still_be_recorded_as_told() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        record.consentEnded("c-1", Worker.of(JOEL), MONDAY_TEN);

        assertThat(record.toldOutside("t-1", "school-nursing", 2, false, "w", "h", JOEL, MONDAY_TEN))
                .as("that nobody was told is known")
                .isInstanceOf(Outcome.NotNow.class);
        assertThat(record.toldOutside("t-1", "school-nursing", 2, true, "Nurse Hale", "Called", JOEL, MONDAY_TEN))
                .isInstanceOf(Outcome.Done.class);
        assertThat(Objects.requireNonNull(outside("school-nursing").done()).told())
                .isTrue();
        assertThat(fulfilled()).contains("stop-school-nursing");
    }

    @Test
    void a_new_consent_has_those_told_who_were_not_and_nobody_twice() {
        consent(Consent.Answer.GIVEN, null);
        entered(JOEL);
        record.toldOutside("t-1", "school-nursing", 1, true, "Nurse Hale", "Called", JOEL, MONDAY_TEN);
        record.consentEnded("c-1", Worker.of(JOEL), MONDAY_TEN);
        consent(Consent.Answer.REFUSED, null);
        record.tellNow("t-1", 3, JOEL, MONDAY_TEN);
        assertThat(treatment().told().agencies()).as("who knows, knows").containsExactly(CHILDREN);
        told.clear();
        consent(Consent.Answer.GIVEN, null);

        assertThat(record.tellNow("t-1", 4, JOEL, MONDAY_TEN)).isInstanceOf(Outcome.Done.class);

        assertThat(treatment().owed("health-visiting")).isPresent();
        assertThat(treatment().owed("school-nursing")).isEmpty();
        assertThat(treatment().outside()).hasSize(2);
        assertThat(notices("parent-entered-treatment")).isEmpty();
        assertThat(notices("tell-health-visiting")).hasSize(1);
        assertThat(fulfilled()).containsExactly("stop-health-visiting");
    }

    @Test
    void consent_that_is_taken_back_at_the_very_moment_stops_it_as_well() {
        consent(Consent.Answer.GIVEN, null);
        whileItIsKept = () -> consent(Consent.Answer.REFUSED, null);

        entered(JOEL);

        assertThat(treatment().owed("health-visiting")).isEmpty();
        assertThat(notices("stop-health-visiting")).hasSize(1);
    }

    private Treatment.Outside outside(String id) {
        return treatment().outside().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> fulfilled() {
        return told.stream()
                .filter(NoticeFulfilled.class::isInstance)
                .map(event -> ((NoticeFulfilled) event).purpose())
                .toList();
    }

    @Test
    void only_the_service_that_treats_records_it_and_only_who_was_told_sees_it() {
        assertThat(entered(BEA)).isInstanceOf(Outcome.NotPermitted.class);
        entered(JOEL);

        assertThat(record.ofFamily("f-1", BEA).orElseThrow()).isEmpty();
        consent(Consent.Answer.GIVEN, null);
        record.tellNow("t-1", 1, JOEL, MONDAY_TEN);
        assertThat(record.ofFamily("f-1", BEA).orElseThrow()).hasSize(1);
        assertThat(record.toldOutside("t-1", "school-nursing", 2, true, "w", "h", BEA, MONDAY_TEN))
                .isInstanceOf(Outcome.NotPermitted.class);
    }

    /** HAC-08: the record has become part of another since; the treatment is still of the same person. */
    @Test
    void after_a_merge_it_goes_on_with_the_record_that_is_kept() {
        entered(JOEL);
        var lead = FamilyMother.caller("lee", "Lee Hart", ACHIEVE, Role.MANAGER);
        families.add(FamilyMother.family("f-0", JOEL, null, adult("Robyn", "Ashdown", "1990-03-01")), MONDAY_TEN);
        var merge = new MergeFamilies(families, new ChangeFamily(families, FamilyMother.telling()), (_, _, _, _) -> {});
        assertThat(merge.merge("f-0", 1, "m", "f-1", List.of(new Merge.Same("f-0-1", PARENT)), "One", lead, MONDAY_TEN))
                .isInstanceOf(ChangeFamily.Outcome.Done.class);

        assertThat(record.ofFamily("f-0", JOEL).orElseThrow()).hasSize(1);
        consent(Consent.Answer.GIVEN, null);
        assertThat(record.tellNow("t-1", 1, JOEL, MONDAY_TEN)).isInstanceOf(Outcome.Done.class);
        assertThat(notices("parent-entered-treatment")).hasSize(1);
    }
}
