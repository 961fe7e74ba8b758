package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.sharing.ChildConcern;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.FamilyMother;
import uk.kinbridge.referral.family.MemoryFamilies;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.SubmitReferral;

/** HAC-14: what another system sends is taken in, once, even where another referral has the reference that it was given. */
@OnEachDatabase
class TakenReferenceTest {

    private static final SubmitReferral.Request REQUEST = new SubmitReferral.Request(
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
    private static final StatedSharing HARM = new StatedSharing(
            null,
            ChildConcern.SIGNIFICANT_HARM,
            null,
            false,
            false,
            false,
            null,
            null,
            new StatedSharing.Talk(true, "What is shared and why."),
            null,
            null,
            "A child may come to significant harm.",
            null);

    private final Referrals referrals;
    private final MemoryFamilies families = new MemoryFamilies();

    TakenReferenceTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        Rig.createIndexes(mongo);
        this.referrals = Rig.referrals(mongo);
        families.add(
                FamilyMother.family(
                        "f-1",
                        FamilyMother.TOM,
                        null,
                        FamilyMother.adult("Robin", "Ashdown", "1990-03-01"),
                        FamilyMother.child("Wren", "Ashdown", "2019-06-02")),
                MONDAY_TEN);
    }

    @Test
    void it_goes_under_another_one_and_the_message_sent_again_meets_it() {
        var references = List.of("R-2222-2222", "R-2222-2222", "R-2222-2222", "R-3333-3333")
                .iterator();

        var first = submitted("first", "m-1", references);
        var second = submitted("second", "m-2", references);
        var again = submitted("second", "m-2", references);

        assertThat(first.referral().reference()).isEqualTo("R-2222-2222");
        assertThat(second.referral().reference()).isEqualTo("R-3333-3333");
        assertThat(again).isEqualTo(second);
        assertThat(referrals.madeBy("m-2")).contains(second);
    }

    private Referrals.Held submitted(String id, String message, Iterator<String> references) {
        var submit = new SubmitReferral(
                families,
                Rig.noDocuments(),
                Office.protocols(),
                referrals,
                Rig.calendars(BankHolidays.shipped()),
                references::next,
                new Office().forReferral());
        var outcome = submit.submit(id, REQUEST, HARM, FamilyMother.TOM, MONDAY_TEN, message);
        assertThat(outcome).isInstanceOf(SubmitReferral.Outcome.Submitted.class);
        return ((SubmitReferral.Outcome.Submitted) outcome).held();
    }
}
