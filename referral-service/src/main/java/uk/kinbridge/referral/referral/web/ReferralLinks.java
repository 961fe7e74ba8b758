package uk.kinbridge.referral.referral.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.referral.family.ReadFamily;
import uk.kinbridge.referral.referral.Act;
import uk.kinbridge.referral.referral.Receiver;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralAccess;
import uk.kinbridge.referral.referral.Rules;

/** What the caller may do next with a referral: what the pathway lets happen there, and access lets them do. */
final class ReferralLinks {

    private record Door(String rel, String path, Act act) {}

    private static final List<Door> DOORS = List.of(
            new Door("submit", "/submission", new Act.Send(Map.of(), List.of())),
            new Door("acknowledge", "/acknowledgement", new Act.Acknowledge()),
            new Door("invite", "/assessment-invitation", new Act.Invite(java.time.Instant.EPOCH, null)),
            new Door("decide", "/decision", new Act.Decide("")),
            new Door("take-no-further-action", "/no-further-action", new Act.TakeNoFurther("")),
            new Door("report-progress", "/progress-reports", new Act.ReportProgress("")),
            new Door("give-advice", "/advice", new Act.GiveAdvice("")),
            new Door("redirect", "/redirection", new Act.Redirect(new Receiver("", "", ""), "")),
            new Door("accept-redirection", "/redirection/acceptance", new Act.AcceptRedirection()),
            new Door("decline-redirection", "/redirection/refusal", new Act.DeclineRedirection("")),
            new Door("put-on-waiting-list", "/waiting-list-entry", new Act.PutOnWaitingList("")),
            new Door("offer-place", "/place-offer", new Act.OfferPlace(null)),
            new Door("indicate-harm", "/harm-indication", new Act.IndicateHarm("")),
            new Door("complete-assessment", "/assessment-completion", new Act.CompleteAssessment()),
            new Door("share-outcome", "/assessment-outcome", new Act.ShareOutcome("", null, null)),
            new Door("agree-joint-plan", "/joint-plan", new Act.AgreeJointPlan("")),
            new Door("tell-outside", "/outside-tellings", new Act.TellOutside(true, "", "")),
            new Door("withdraw", "/withdrawal", new Act.Withdraw("")),
            new Door("close", "/closure", new Act.Close("")));

    private ReferralLinks() {}

    static Links of(Referral referral, Rules rules, ReadFamily.Behind family, Caller caller) {
        var self = "/api/referrals/" + referral.id();
        // From one person's case the others of the family are one step away (DOR-14).
        var links = Links.self(self)
                .and("accessLog", self + "/access-log")
                // The words of the protocol are explained where they are met (FAP-09).
                .and("glossary", "/api/glossary?protocol=" + referral.protocol().pack())
                .and(
                        "familyCases",
                        "/api/referrals?family=" + referral.disclosed().familyId());
        if (family.readable() != null) {
            links = links.and("family", "/api/families/" + family.readable());
        }
        var earlier = referral.content().earlier();
        if (earlier != null) {
            links = links.and("earlier", "/api/referrals/" + earlier);
        }
        for (var door : DOORS) {
            links = links.when(
                    opens(referral, rules, door.act())
                            && ReferralAccess.act(caller, referral, door.act()).isGranted(),
                    door.rel(),
                    "POST",
                    self + door.path());
        }
        return links;
    }

    /** Whoever acts for the recipient acknowledges with it, so what follows an acknowledgement is open before it. */
    private static boolean opens(Referral referral, Rules rules, Act act) {
        Set<CaseEvent> here = rules.possible(referral.state());
        return here.contains(act.event())
                || rules.next(referral.state(), CaseEvent.REFERRAL_ACKNOWLEDGED)
                        .map(after -> rules.possible(after.value()).contains(act.event()))
                        .orElse(false);
    }
}
