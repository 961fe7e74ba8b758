package uk.kinbridge.referral.referral.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.referral.ReferralMother.MONDAY_TEN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.platform.testing.OnEachDatabase;
import uk.kinbridge.platform.testing.TestDatabase;
import uk.kinbridge.protocols.heldopen.OpenDisagreements;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.information.Office;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.AmendReferral;
import uk.kinbridge.referral.referral.HandleReferral;
import uk.kinbridge.referral.referral.RedirectReferral;
import uk.kinbridge.referral.referral.ReferralEvent;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeFulfilled;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.TellOthers;

/** FAP-14, ENG-19: with the write that keeps an answer, those whom it concerns are told, each in their own inbox. */
@OnEachDatabase
class AnsweringARedirectionTest {

    private static final Instant LATER = MONDAY_TEN.plusSeconds(3600);
    private static final Caller CALLUM = caller("p-callum", "southampton-childrens-services", Role.DUTY_WORKER);
    private static final Caller RORY = caller("p-rory", "portsmouth-childrens-services", Role.DUTY_WORKER);
    private static final Caller EWAN = caller("p-ewan", "southampton-adults-services", Role.PRACTITIONER);

    private final List<ReferralEvent> heard = new ArrayList<>();
    private final Referrals referrals;
    private final RedirectReferral redirect;
    private final HandleReferral handle;
    private final AmendReferral amend;

    AnsweringARedirectionTest(TestDatabase database) {
        var mongo = new MongoTemplate(database.client(), database.name());
        var rules = Rig.rules(BankHolidays.shipped());
        var tell = new TellOthers(new Office().again());
        var places = new MongoPlaces(mongo);
        this.referrals = Rig.referrals(mongo, rules, heard::add);
        this.redirect = new RedirectReferral(referrals, rules, places, tell);
        this.handle = new HandleReferral(referrals, rules, Rig.noDocuments(), places, new NoDisagreements(), tell);
        this.amend = new AmendReferral(referrals, rules, tell);
    }

    @Test
    void a_refusal_reaches_the_one_who_keeps_it_and_the_referrer_and_settles_what_was_asked() {
        redirected("declined");

        done(handle.act("declined", 2, RORY, new Act.DeclineRedirection("Still lives there."), LATER));

        assertThat(told())
                .containsExactly(
                        "redirection-declined to p-callum of southampton-childrens-services",
                        "stays-after-redirection to p-ewan of southampton-adults-services");
        assertThat(settled()).containsExactly("asked-to-take");
    }

    @Test
    void an_acceptance_reaches_the_one_who_is_relieved_and_the_referrer() {
        redirected("accepted");

        done(handle.act("accepted", 2, RORY, new Act.AcceptRedirection(), LATER));

        assertThat(told())
                .containsExactly(
                        "redirection-accepted to p-callum of southampton-childrens-services",
                        "redirection-accepted to p-ewan of southampton-adults-services");
        assertThat(settled()).containsExactly("asked-to-take");
    }

    @Test
    void a_withdrawal_reaches_the_one_who_has_it_and_the_one_who_was_asked_to_take_it() {
        redirected("withdrawn");

        done(handle.act("withdrawn", 2, EWAN, new Act.Withdraw("Sent twice"), LATER));

        assertThat(told())
                .containsExactly(
                        "withdrawn to p-callum of southampton-childrens-services",
                        "withdrawn-before-taken to the duty-worker of portsmouth-childrens-services");
        assertThat(settled()).contains("asked-to-take");
    }

    @Test
    void a_correction_and_later_facts_reach_both_of_them() {
        redirected("corrected");

        done(amend.correct("corrected", 2, EWAN, "concern", "Sleeps on a sofa.", "A slip", LATER));
        done(amend.tell("corrected", 3, CALLUM, List.of("domestic-abuse"), LATER));

        assertThat(told())
                .containsExactly(
                        "corrected to p-callum of southampton-childrens-services",
                        "corrected to the duty-worker of portsmouth-childrens-services",
                        "situation-told to the duty-worker of portsmouth-childrens-services",
                        "situation-told to p-ewan of southampton-adults-services");
    }

    /** FAP-14: an adult's referral does not become one about a child at risk. */
    @Test
    void to_an_agency_that_takes_no_such_referral_it_does_not_go_and_who_has_it_hears_where_it_can() {
        var rules = ReferralMother.rules("family-approach", "adult-services");
        var worker = caller("p-anna", "portsmouth-adults-services", Role.DUTY_WORKER);
        referrals.add(ReferralMother.aChildReferredIn(worker.agency(), "refused", rules), MONDAY_TEN);

        assertThat(redirect.redirect(
                        "refused", 1, worker, RORY.agency(), "The child", StatedSharing.NOTHING, MONDAY_TEN))
                .isInstanceOfSatisfying(
                        HandleReferral.Outcome.Unknown.class,
                        refused -> assertThat(refused.byField().get("toAgency"))
                                .contains("no referral about an adult", "adult-social-care"));
        assertThat(referrals.find("refused").orElseThrow().version()).isEqualTo(1);
    }

    private void redirected(String id) {
        var rules = ReferralMother.rules("family-approach", "child-at-risk");
        referrals.add(ReferralMother.aChildReferredIn(CALLUM.agency(), id, rules), MONDAY_TEN);
        done(redirect.redirect(id, 1, CALLUM, RORY.agency(), "They moved", StatedSharing.NOTHING, MONDAY_TEN));
        heard.clear();
    }

    private static void done(HandleReferral.Outcome outcome) {
        assertThat(outcome).isInstanceOf(HandleReferral.Outcome.Done.class);
    }

    private List<String> told() {
        return heard.stream()
                .filter(NoticeRequested.class::isInstance)
                .map(NoticeRequested.class::cast)
                .map(notice -> "%s to %s of %s"
                        .formatted(
                                notice.purpose(), whom(notice.to()), notice.to().agency()))
                .toList();
    }

    private static String whom(ReferralEvent.Addressee to) {
        return to.person() == null ? "the " + to.role() : to.person();
    }

    private List<String> settled() {
        return heard.stream()
                .filter(NoticeFulfilled.class::isInstance)
                .map(event -> ((NoticeFulfilled) event).purpose())
                .toList();
    }

    private static Caller caller(String person, String agency, Role role) {
        return new Caller(person, person, person, agency, Set.of(), Set.of(role));
    }

    private static final class NoDisagreements implements OpenDisagreements {
        @Override
        public void opened(Open disagreement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void closed(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Open> about(String subject) {
            return List.of();
        }
    }
}
