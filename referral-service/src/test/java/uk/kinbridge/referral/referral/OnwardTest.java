package uk.kinbridge.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.Person;

/** FAP-14: a referral goes on as what it is; a child's never becomes one about a vulnerable adult, nor an adult's one about a child. */
class OnwardTest {

    private static final Rules OF_A_CHILD = ReferralMother.rules("family-approach", "child-at-risk");
    private static final Rules OF_AN_ADULT = ReferralMother.rules("family-approach", "adult-services");

    private static Referral about(Person subject, Rules rules) {
        var sent = ReferralMother.aChildReferredIn("southampton-childrens-services", "onward", rules)
                .next();
        var content = new Content(
                new Disclosed("f-1", "F-1", subject, List.of(), null), Map.of(), List.of(), null, List.of(), null);
        return Referral.begun(
                        new Submission(
                                sent.id(),
                                sent.reference(),
                                ReferralMother.SOCIAL_WORKER,
                                sent.referrer(),
                                sent.recipient(),
                                content),
                        rules,
                        MONDAY_TEN)
                .next();
    }

    private static Person child() {
        return FamilyMother.ashdowns().members().getLast();
    }

    private static Person adult() {
        return FamilyMother.ashdowns().members().getFirst();
    }

    private static Agency agency(AgencyRole role) {
        return OF_A_CHILD.pack().agencies().stream()
                .filter(agency -> agency.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> into(AgencyRole role, Person subject, Rules rules) {
        return Onward.into(agency(role).id().value(), about(subject, rules), rules)
                .map((Pathway pathway) -> pathway.id().value())
                .stream()
                .toList();
    }

    @Test
    void to_an_agency_of_the_same_kind_it_stays_on_its_pathway() {
        assertThat(into(AgencyRole.CHILDRENS_SOCIAL_CARE, child(), OF_A_CHILD)).containsExactly("child-at-risk");
        assertThat(into(AgencyRole.ADULT_SOCIAL_CARE, adult(), OF_AN_ADULT)).containsExactly("adult-services");
    }

    @Test
    void to_another_kind_it_goes_on_a_pathway_about_such_a_person_or_not_at_all() {
        assertThat(into(AgencyRole.ADULT_SOCIAL_CARE, child(), OF_A_CHILD)).isEmpty();
        assertThat(into(AgencyRole.ADULT_SOCIAL_CARE, adult(), OF_A_CHILD)).containsExactly("adult-at-risk");
        assertThat(into(AgencyRole.CHILDRENS_SOCIAL_CARE, adult(), OF_AN_ADULT)).isEmpty();
        assertThat(into(AgencyRole.CHILDRENS_SOCIAL_CARE, child(), OF_AN_ADULT)).containsExactly("child-at-risk");
    }

    @Test
    void an_agency_that_the_protocol_does_not_know_takes_nothing() {
        assertThat(Onward.into("there-is-none", about(child(), OF_A_CHILD), OF_A_CHILD))
                .isEmpty();
    }

    @Test
    void says_where_it_could_go() {
        assertThat(Onward.wouldFit(agency(AgencyRole.ADULT_SOCIAL_CARE), about(child(), OF_A_CHILD), OF_A_CHILD))
                .contains("a child", "children")
                .doesNotContain("adult");
    }
}
