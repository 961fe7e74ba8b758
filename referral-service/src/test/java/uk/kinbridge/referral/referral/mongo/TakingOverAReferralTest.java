package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.Actor;
import uk.kinbridge.referral.referral.Receiver;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Referrals.Held;
import uk.kinbridge.referral.referral.Referrals.WorklistQuery;
import uk.kinbridge.referral.referral.Referrals.WorklistSide;
import uk.kinbridge.referral.referral.TakeOver;

/** FAP-14: who takes a redirected referral has one of their own, with clocks that run from that moment, once. */
@OnEachDatabase
class TakingOverAReferralTest {

    private static final Instant TAKEN = MONDAY_TEN.plusSeconds(3600);
    private static final Receiver NEXT =
            new Receiver("portsmouth-childrens-services", "Portsmouth Children's Services", "duty-worker");
    private static final Actor RORY = new Actor("p-rory", "Rory Hescott", NEXT.agency(), List.of("duty-worker"));

    private final Referrals referrals;
    private final TakeOver takeOver;

    TakingOverAReferralTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        this.referrals = Rig.referrals(mongo);
        this.takeOver = new TakeOver(referrals, Rig.rules(BankHolidays.shipped()), () -> "R-" + System.nanoTime());
    }

    @Test
    void begins_one_linked_referral_however_often_the_news_arrives() {
        var rules = ReferralMother.rules("family-approach", "child-at-risk");
        var begun = ReferralMother.aChildReferredIn("southampton-childrens-services", "taken", rules);
        var first = referrals.add(begun, MONDAY_TEN).referral();
        var worker = new Actor("p-callum", "Callum Reeve", "southampton-childrens-services", List.of());
        var redirected = ReferralMother.done(first, new Act.Redirect(NEXT, "Moved"), worker, MONDAY_TEN, rules);
        referrals.save(1, redirected, MONDAY_TEN);
        var accepted = ReferralMother.done(redirected.next(), new Act.AcceptRedirection(), RORY, TAKEN, rules);
        referrals.save(2, accepted, TAKEN);

        takeOver.begin("taken", RORY, TAKEN, "message-1", TAKEN);
        takeOver.begin("taken", RORY, TAKEN, "message-1", TAKEN);
        takeOver.begin("taken", RORY, TAKEN, "message-2", TAKEN);

        var theirs =
                referrals.worklist(new WorklistQuery(NEXT.agency(), WorklistSide.RECIPIENT, null, null, 10)).stream()
                        .map(Held::referral)
                        .toList();
        assertThat(theirs).singleElement().satisfies(own -> {
            assertThat(own.content().earlier()).isEqualTo("taken");
            assertThat(own.state()).isEqualTo("acknowledged");
            assertThat(own.referrer()).isEqualTo(first.referrer());
            assertThat(own.parties()).doesNotContain("southampton-childrens-services");
            assertThat(own.clocks())
                    .filteredOn(clock -> clock.isOpen())
                    .isNotEmpty()
                    .allSatisfy(clock -> {
                        assertThat(clock.owner().agency()).isEqualTo(NEXT.agency());
                        assertThat(clock.startedAt()).isEqualTo(TAKEN);
                    });
        });
    }
}
