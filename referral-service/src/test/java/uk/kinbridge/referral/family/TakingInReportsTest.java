package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.ashdowns;
import static uk.kinbridge.referral.family.FamilyMother.caller;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.unborn;
import static uk.kinbridge.referral.family.FamilyMother.with;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.Fact;

/** SAL-17, JWP-01, FAP-15: what another system reports is taken in, or stands beside what somebody else has written. */
class TakingInReportsTest {

    private static final Caller SYSTEM = caller("a-system", "Case system", TREATMENT, Role.PRACTITIONER);
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final String ROBIN = "f-1-1";
    private static final String WREN = "f-1-2";

    private static Reports by(Caller caller, Family family) {
        return new Reports(family, Author.of(caller), "the health visitor", LATER);
    }

    private static Told named(
            Person.Kind kind, String given, String surname, @Nullable String born, @Nullable String number) {
        return new Told(
                kind, given, surname, born == null ? null : LocalDate.parse(born), null, List.of(), number, Map.of());
    }

    private static String beside(Family family, String member) {
        return family.known(member)
                .flatMap(m -> m.fact(FactKind.SAID_OTHERWISE))
                .map(Said::value)
                .orElse("");
    }

    @Test
    void what_was_not_known_is_filled_in_without_a_word() {
        var reports =
                by(SYSTEM, family("f-1", SADE, null, adult("Robin", "Ashdown", null), child("Wren", "Ashdown", null)));

        reports.person(ROBIN, named(Person.Kind.ADULT, "Robin", "Ashdown", "1990-03-01", "9434765919"));
        reports.address(ROBIN, "12 Made-up Road", true);
        reports.contactDetails(ROBIN, "phone 07700 900123");

        var robin = reports.family().known(ROBIN).orElseThrow();
        assertThat(reports.remarks()).isEmpty();
        assertThat(robin.person().bornOn()).isEqualTo("1990-03-01");
        assertThat(robin.nhsNumber()).isEqualTo("9434765919");
        assertThat(reports.family().address()).isEqualTo("12 Made-up Road");
        assertThat(robin.fact(FactKind.CONTACT_DETAILS)).get().satisfies(said -> {
            assertThat(said.saidBy()).isEqualTo("the health visitor");
            assertThat(said.at()).isEqualTo(LATER);
        });
    }

    @Test
    void what_somebody_else_wrote_stands_and_the_contradiction_beside_it_once_and_for_good() {
        var reports = by(SYSTEM, ashdowns());
        reports.person(WREN, named(Person.Kind.CHILD, "Wren", "Ashdown", "2019-06-20", null));
        reports.address(ROBIN, "7 Elsewhere Lane, London E9 1AA", true);

        var family = reports.family();
        assertThat(family.known(WREN).orElseThrow().person().bornOn()).isEqualTo("2019-06-02");
        assertThat(family.address()).isEqualTo("12 Made-up Road, London E8 1AA");
        assertThat(beside(family, WREN)).isEqualTo("Date of birth: 2019-06-20");
        assertThat(beside(family, ROBIN)).contains("7 Elsewhere Lane");
        assertThat(reports.remarks()).hasSize(2);

        var settled = with(family, WREN, FactKind.SAID_OTHERWISE, "Seen in the red book: 2 June is right");
        var again = by(SYSTEM, settled);
        again.person(WREN, named(Person.Kind.CHILD, "Wren", "Ashdown", "2019-06-20", null));
        assertThat(again.family()).isEqualTo(settled);
        assertThat(again.remarks()).isEmpty();
    }

    @Test
    void a_contradiction_is_told_to_the_worker_who_answers_for_the_record() {
        var held = new Families.Held(ashdowns(), 4);
        var reports = by(SYSTEM, held.family());
        reports.person(WREN, named(Person.Kind.CHILD, "Wren", "Ashdown", "2019-06-20", null));
        reports.person(ROBIN, named(Person.Kind.ADULT, "Robin", "Ashdown", "1991-03-01", null));

        assertThat(Reports.contradicted(held, reports.family()))
                .singleElement()
                .isInstanceOfSatisfying(FamilyEvent.NoticeRequested.class, notice -> {
                    assertThat(notice.person()).isEqualTo(SADE.subject());
                    assertThat(notice.words()).doesNotContain("Wren").doesNotContain("2019");
                });
        assertThat(Reports.contradicted(held, held.family())).isEmpty();
    }

    @Test
    void another_name_stands_beside_the_one_on_record_and_both_are_found() {
        var reports = by(SYSTEM, ashdowns());

        reports.person(ROBIN, named(Person.Kind.ADULT, "Robin", "Lee", "1990-03-01", null));

        assertThat(reports.family().known(ROBIN).orElseThrow().names())
                .containsExactly(new Member.Name("Robin", "Ashdown"), new Member.Name("Robin", "Lee"));
        assertThat(reports.remarks()).hasSize(1);
    }

    @Test
    void a_name_that_was_added_beside_makes_nobody_the_author_of_the_rest() {
        var first = by(SYSTEM, ashdowns());
        first.person(ROBIN, named(Person.Kind.ADULT, "Robin", "Lee", "1990-03-01", null));
        var second = by(SYSTEM, first.family());

        second.person(ROBIN, named(Person.Kind.ADULT, "Robin", "Lee", "1980-01-01", null));

        assertThat(second.family().known(ROBIN).orElseThrow().person().bornOn()).isEqualTo("1990-03-01");
    }

    @Test
    void ones_own_word_is_put_right_and_the_earlier_name_kept() {
        var reports = by(SADE, ashdowns());

        reports.person(ROBIN, named(Person.Kind.ADULT, "Robin", "Lee", "1990-03-11", null));

        var robin = reports.family().known(ROBIN).orElseThrow();
        assertThat(robin.person().familyName()).isEqualTo("Lee");
        assertThat(robin.person().bornOn()).isEqualTo("1990-03-11");
        assertThat(robin.alsoKnownAs()).containsExactly(new Member.Name("Robin", "Ashdown"));
        assertThat(reports.remarks()).isEmpty();
    }

    @Test
    void an_unborn_child_is_born_by_a_report_whoever_put_it_on_record() {
        var reports = by(SYSTEM, family("f-1", SADE, null, adult("Robin", "Ashdown", null), unborn("2026-12-24")));

        reports.person(WREN, named(Person.Kind.CHILD, "Lark", "Ashdown", "2026-11-20", null));

        var lark = reports.family().known(WREN).orElseThrow().person();
        assertThat(lark.kind()).isEqualTo(Person.Kind.CHILD);
        assertThat(lark.givenName()).isEqualTo("Lark");
        assertThat(reports.family().history().getLast().what()).isEqualTo("member.born");
    }

    @Test
    void a_number_whose_last_digit_does_not_fit_is_refused_and_the_rest_taken() {
        var reports =
                by(SYSTEM, family("f-1", SADE, null, adult("Robin", "Ashdown", null), child("Wren", "Ashdown", null)));

        reports.person(ROBIN, named(Person.Kind.ADULT, "Robin", "Ashdown", "1990-03-01", "9434765918"));

        assertThat(reports.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.about()).endsWith("nhsNumber"));
        assertThat(reports.family().known(ROBIN).orElseThrow().person().bornOn())
                .isEqualTo("1990-03-01");
    }

    @Test
    void that_somebody_is_a_parent_says_nothing_of_care_and_silence_is_no_no() {
        var reports = by(SYSTEM, ashdowns());

        reports.relationship(ROBIN, WREN, Relationship.Kind.PARENT);

        assertThat(reports.family().between(ROBIN, WREN))
                .get()
                .satisfies(tie -> assertThat(tie.care()).isEqualTo(Relationship.Care.NOT_SAID));
        assertThat(Situation.of(reports.family())).contains(Fact.CHILD_CARED_FOR, Fact.CHILD_IN_REGULAR_CONTACT);
        assertThat(Situation.of(reports.family())).doesNotContain(Fact.CHILD_GIVES_CARE);
    }
}
