package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;
import static uk.kinbridge.referral.referral.ReferralMother.aReferralFrom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.heldopen.OpenDisagreements.Open;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.HandleReferral.Outcome;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.TellOthers;

/** SAL-27, ENG-08: while two agencies disagree about a referral nothing about it is closed, and protection goes on. */
@OnEachDatabase
class ClosingWhileAgenciesDisagreeTest {

    private static final Caller SADE = new Caller(
            "p-sade",
            "sade.okafor",
            "Sade Okafor",
            "hackney-childrens-social-care",
            Set.of(),
            Set.of(Role.PRACTITIONER));
    private static final Caller LEILA = new Caller(
            "p-leila",
            "leila.haddad",
            "Leila Haddad",
            "hackney-drug-treatment",
            Set.of(),
            Set.of(Role.SAFEGUARDING_LEAD));

    private final List<Open> open = new ArrayList<>();
    private final Referrals referrals;
    private final HandleReferral handle;
    private final String id = UUID.randomUUID().toString();

    ClosingWhileAgenciesDisagreeTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        this.referrals = Rig.referrals(mongo);
        this.handle = new HandleReferral(
                referrals,
                Rig.rules(BankHolidays.shipped()),
                Rig.noDocuments(),
                new MongoPlaces(mongo),
                new OpenDisagreements() {
                    @Override
                    public void opened(Open disagreement) {
                        open.add(disagreement);
                    }

                    @Override
                    public void closed(String disagreement) {
                        open.removeIf(o -> o.id().equals(disagreement));
                    }

                    @Override
                    public List<Open> about(String subject) {
                        return open.stream()
                                .filter(o -> o.subject().equals(subject))
                                .toList();
                    }
                },
                new TellOthers(new Office().again()));
        referrals.add(aReferralFrom(id, MONDAY_TEN), MONDAY_TEN);
    }

    @Test
    void it_cannot_be_taken_back_and_the_answer_names_the_disagreement() {
        disagree("hackney-childrens-social-care", "hackney-drug-treatment");

        assertThat(withdraw()).isInstanceOfSatisfying(Outcome.HeldOpen.class, held -> {
            assertThat(held.by()).extracting(Open::reference).containsExactly("D-1");
            assertThat(held.obligations()).isNotEmpty();
        });
        assertThat(referrals.find(id).orElseThrow().referral().state()).isEqualTo("submitted");
    }

    @Test
    void what_protects_goes_on() {
        disagree("hackney-childrens-social-care", "hackney-drug-treatment");

        assertThat(handle.act(id, 1, LEILA, new Act.Acknowledge(), MONDAY_TEN)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void resolved_lets_it_go() {
        disagree("hackney-childrens-social-care", "hackney-drug-treatment");
        open.clear();

        assertThat(withdraw()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_agency_that_is_no_party_holds_nothing_open() {
        disagree("hackney-childrens-social-care", "hackney-alcohol-treatment");

        assertThat(withdraw()).isInstanceOf(Outcome.Done.class);
    }

    private Outcome withdraw() {
        return handle.act(id, 1, SADE, new Act.Withdraw("Sent twice"), MONDAY_TEN);
    }

    private void disagree(String one, String other) {
        open.add(new Open("d-1", "D-1", "/api/disagreements/d-1", id, List.of(one, other)));
    }
}
