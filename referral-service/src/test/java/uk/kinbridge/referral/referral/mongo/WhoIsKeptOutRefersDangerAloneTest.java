package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.protection;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.MemoryFamilies;
import uk.kinbridge.referral.family.Protecting;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralEvent;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;

/**
 * SAL-02, JWP-07, HAC-16: from whom somebody of a family is protected, that one refers nobody of it, whatever they say has
 * been agreed; but danger is told by everybody.
 */
class WhoIsKeptOutRefersDangerAloneTest {

    private final MemoryFamilies families = new MemoryFamilies();
    private final Referrals referrals = Mockito.mock(Referrals.class);
    private final Office office = new Office();
    private final SubmitReferral submit = new SubmitReferral(
            families,
            Rig.noDocuments(),
            Office.protocols(),
            referrals,
            Rig.calendars(BankHolidays.shipped()),
            () -> "R-2222-2222",
            office.forReferral());

    @BeforeEach
    void tom_is_kept_from_the_child() {
        var family = FamilyMother.family(
                "f-1",
                FamilyMother.TOM,
                null,
                adult("Robin", "Ashdown", "1990-03-01"),
                child("Wren", "Ashdown", "2019-06-02"));
        families.add(
                changed(Protecting.protect(
                        family, protection("f-1-2", List.of(), List.of(FamilyMother.TOM.subject()), List.of()))),
                MONDAY_TEN);
        Mockito.when(referrals.add(Mockito.any(), Mockito.any())).thenAnswer(call -> {
            Change<Referral, ReferralEvent> change = call.getArgument(0);
            return new Referrals.Held(change.next(), 1);
        });
    }

    @Test
    void what_is_said_to_be_agreed_is_neither_sent_nor_kept() {
        for (var said : List.of(
                stated(ChildConcern.LOWER, Consent.Answer.GIVEN),
                stated(ChildConcern.LOWER, null),
                stated(ChildConcern.SIGNIFICANT_HARM, Consent.Answer.GIVEN))) {
            assertThat(submitted(said))
                    .isInstanceOfSatisfying(
                            SubmitReferral.Outcome.Unknown.class,
                            unknown -> assertThat(unknown.byField()).containsOnlyKeys("familyId"));
        }
        assertThat(office.consentRecords.find("f-1")).isEmpty();
    }

    @Test
    void significant_harm_is_referred_by_everybody() {
        assertThat(submitted(stated(ChildConcern.SIGNIFICANT_HARM, null)))
                .isInstanceOf(SubmitReferral.Outcome.Submitted.class);
        assertThat(submitted(stated(ChildConcern.SIGNIFICANT_HARM, Consent.Answer.REFUSED)))
                .isInstanceOf(SubmitReferral.Outcome.Submitted.class);
    }

    private SubmitReferral.Outcome submitted(StatedSharing stated) {
        var request = new SubmitReferral.Request(
                "hackney",
                "into-social-care",
                "f-1",
                "f-1-2",
                "hackney-childrens-social-care",
                Map.of(),
                List.of(),
                null,
                List.of(),
                null);
        return submit.submitFirst("r-1", request, stated, FamilyMother.TOM, MONDAY_TEN);
    }

    private static StatedSharing stated(ChildConcern concern, Consent.@Nullable Answer answer) {
        return new StatedSharing(
                null,
                concern,
                null,
                false,
                false,
                false,
                null,
                answer == null ? null : List.of(new StatedSharing.Answer("f-1-2", answer, null, null, "Asked.")),
                new StatedSharing.Talk(true, "What is shared and why."),
                null,
                null,
                "A child may need help.",
                null);
    }
}
