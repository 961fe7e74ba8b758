package uk.kinbridge.escalation.disagreement;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.MONDAY_TEN;
import static uk.kinbridge.escalation.disagreement.DisagreementMother.UNKNOWN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.escalation.overdue.OverdueMother;
import uk.kinbridge.escalation.record.Records.Sight;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;

/** FAP-07, ENG-08, JWP-14: the ladder is that of the area, and needs no referral in the suite. */
class RaisingUnderTheAreasLadderTest {

    private final Map<String, Sight> sight = new HashMap<>();
    private final Disagreements disagreements = new InMemoryDisagreements();
    private final RaiseDisagreement raise = new RaiseDisagreement(
            disagreements,
            OverdueMother.protocols(),
            UNKNOWN,
            link -> Objects.requireNonNull(sight.get(link), link),
            BankHolidays::shipped,
            () -> "D-1");

    @ParameterizedTest
    @CsvSource({
        "hackney, hackney-drug-treatment, hackney-childrens-social-care, hackney, ENG-08",
        "salford, salford-midwifery, salford-childrens-services, salford, SAL-27",
        "southampton, southampton-adults-services, southampton-childrens-services, family-approach, FAP-07",
        "isle-of-wight, isle-of-wight-childrens-services, isle-of-wight-adults-services, family-approach, FAP-07",
        "dorset, dorset-adults-services, dorset-childrens-services, dorset, DOR-12"
    })
    void runs_under_the_protocol_that_is_in_force_there(
            String area, String raising, String answering, String pack, String obligation) {
        var d = raised(area, raising, answering);

        assertThat(d.protocol().pack()).isEqualTo(pack);
        assertThat(d.area()).isEqualTo(area);
        assertThat(d.clock().orElseThrow().obligations()).contains(obligation);
    }

    @Test
    void what_is_overdue_is_raised_where_it_stands_so_that_it_holds_it_open() {
        var silence = new Subject(Subject.Kind.SILENCE, null, "N-2222-2222", "/api/overdue-obligations/o1");

        assertThat(raise.raise("d-1", about(silence), worker("achieve-salford"), MONDAY_TEN))
                .isInstanceOfSatisfying(
                        RaiseDisagreement.Outcome.Unknown.class,
                        unknown -> assertThat(unknown.byField().get("subject.link"))
                                .contains("raise-disagreement"));
        assertThat(disagreements.find("d-1")).isEmpty();
    }

    @Test
    void a_counterpart_who_does_not_work_there_is_no_counterpart() {
        var raising = new RaiseDisagreement(
                disagreements,
                OverdueMother.protocols(),
                DisagreementMother.present(Map.of()),
                _ -> Sight.SEEN,
                BankHolidays::shipped,
                () -> "D-1");
        var request = new RaiseDisagreement.Request(
                "salford",
                new Subject(Subject.Kind.PLAN, null, "The plan", null),
                "salford-midwifery",
                "p-gone",
                "It does not fit.",
                "Another one.",
                List.of(),
                List.of());

        assertThat(raising.raise("d-1", request, worker("achieve-salford"), MONDAY_TEN))
                .isInstanceOfSatisfying(
                        RaiseDisagreement.Outcome.Unknown.class,
                        unknown -> assertThat(unknown.byField()).containsOnlyKeys("toPerson"));
    }

    @ParameterizedTest
    @CsvSource({"southampton, southampton", "portsmouth, portsmouth", "hampshire, southampton"})
    void where_both_work_in_several_areas_the_one_that_was_named_counts(String named, String area) {
        var ours = "southampton-childrens-services";
        var theirs = "southampton-adults-services";

        assertThat(ofSouthamptonAndPortsmouth().areaOf(ours, theirs, named)).contains(area);
    }

    /** Southampton's services as if they worked in Portsmouth too. */
    private static Rules ofSouthamptonAndPortsmouth() {
        try (var shipped = Objects.requireNonNull(Packs.class.getResourceAsStream("/packs/joint-working-1.yaml"))) {
            var text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("areas: [southampton]}", "areas: [southampton, portsmouth]}");
            var pack = Packs.read("joint.yaml", text.getBytes(StandardCharsets.UTF_8));
            return Rules.of(pack, BankHolidays.shipped()).orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_same_request_again_answers_with_the_first() {
        var first = raised("salford", "achieve-salford", "salford-midwifery");

        assertThat(raised("salford", "achieve-salford", "salford-midwifery")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "atlantis, achieve-salford, salford-midwifery, area",
        "hackney, achieve-salford, hackney-drug-treatment, area",
        "salford, achieve-salford, hackney-drug-treatment, answeringAgency",
        "salford, achieve-salford, achieve-salford, answeringAgency",
        "salford, achieve-salford, salford-safeguarding-partnership, answeringAgency"
    })
    void says_which_field_names_nothing(String area, String raising, String answering, String field) {
        assertThat(raise.raise("d-1", request(area, answering), worker(raising), MONDAY_TEN))
                .isInstanceOfSatisfying(
                        RaiseDisagreement.Outcome.Unknown.class,
                        unknown -> assertThat(Map.copyOf(unknown.byField())).containsKey(field));
    }

    @ParameterizedTest
    @CsvSource({
        "REFERRAL, r-1, R-1, , subject",
        "PLAN, p-1, P-1, , subject.link",
        "SILENCE, r-1, R-1, /api/referrals/r-2, subject.link",
        "PLAN, , P-1, /api/nothing/p-1, subject.link",
        "DECISION, , R-2222-2222, , subject.link"
    })
    void is_raised_on_a_record_that_the_raiser_has_to_do_with(
            Subject.Kind kind, @Nullable String id, String reference, @Nullable String link, String field) {
        sight.put("/api/referrals/r-1", Sight.NOT_SEEN);
        sight.put("/api/nothing/p-1", Sight.NO_RECORD);

        assertThat(raise.raise(
                        "d-1", about(new Subject(kind, id, reference, link)), worker("achieve-salford"), MONDAY_TEN))
                .isInstanceOfSatisfying(
                        RaiseDisagreement.Outcome.Unknown.class,
                        unknown -> assertThat(unknown.byField()).containsOnlyKeys(field));
        assertThat(disagreements.find("d-1")).isEmpty();
    }

    @Test
    void what_can_be_read_is_held_open_by_its_id() {
        sight.put("/api/assessments/a-1", Sight.SEEN);

        var d = on(new Subject(Subject.Kind.ASSESSMENT, null, "The assessment", "/api/assessments/a-1"));

        assertThat(d.matter().subject().id()).isEqualTo("a-1");
        assertThat(d.history()).noneMatch(line -> line.what().equals("raised.remark"));
    }

    /** A joint plan is agreed on a referral (HAC-18) or an assessment (SAL-07), and has no other address. */
    @ParameterizedTest
    @CsvSource({"/api/referrals/r-1, r-1", "/api/assessments/a-1, a-1"})
    void a_plan_that_was_agreed_on_a_record_holds_that_record_open(String record, String id) {
        sight.put(record, Sight.SEEN);

        var subject = on(new Subject(Subject.Kind.PLAN, null, "The joint plan", record))
                .matter()
                .subject();

        assertThat(subject.kind()).isEqualTo(Subject.Kind.PLAN);
        assertThat(subject.id()).isEqualTo(id);
    }

    @Test
    void a_plan_on_a_record_that_the_raiser_has_nothing_to_do_with_is_none() {
        sight.put("/api/referrals/r-1", Sight.NOT_SEEN);
        var subject = new Subject(Subject.Kind.PLAN, null, "The joint plan", "/api/referrals/r-1");

        assertThat(raise.raise("d-1", about(subject), worker("achieve-salford"), MONDAY_TEN))
                .isInstanceOf(RaiseDisagreement.Outcome.Unknown.class);
    }

    @Test
    void a_plan_that_is_kept_elsewhere_is_raised_by_what_people_call_it() {
        var subject = on(new Subject(Subject.Kind.PLAN, null, "Wren's child in need plan", null))
                .matter()
                .subject();

        assertThat(subject.id()).isNull();
        assertThat(subject.plainReference())
                .as("a name stays out of notices and events")
                .isEqualTo("(kept elsewhere)");
    }

    @Test
    void while_the_keeper_does_not_answer_it_is_raised_and_says_so() {
        sight.put("/api/referrals/r-1", Sight.UNKNOWN);

        assertThat(on(new Subject(Subject.Kind.REFERRAL, "r-1", "R-1", null)).history())
                .anyMatch(line -> line.what().equals("raised.remark"));
    }

    private Disagreement on(Subject subject) {
        return ((RaiseDisagreement.Outcome.Raised)
                        raise.raise("d-1", about(subject), worker("achieve-salford"), MONDAY_TEN))
                .held()
                .disagreement();
    }

    private static RaiseDisagreement.Request about(Subject subject) {
        return new RaiseDisagreement.Request(
                "salford",
                subject,
                "salford-midwifery",
                null,
                "It does not fit.",
                "Another one.",
                List.of(),
                List.of());
    }

    private Disagreement raised(String area, String raising, String answering) {
        return ((RaiseDisagreement.Outcome.Raised)
                        raise.raise("d-" + area, request(area, answering), worker(raising), MONDAY_TEN))
                .held()
                .disagreement();
    }

    private static RaiseDisagreement.Request request(String area, String answering) {
        return new RaiseDisagreement.Request(
                area,
                new Subject(Subject.Kind.PLAN, null, "The plan", null),
                answering,
                null,
                "It does not fit.",
                "Another one.",
                List.of(),
                List.of());
    }

    private static Caller worker(String agency) {
        return new Caller("p-1", "somebody", "Some Body", agency, Set.of(), Set.of(Role.PRACTITIONER));
    }
}
