package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-14, HAC-23: a treatment worker refers directly; the own Safeguarding Lead is kept informed. */
final class HackneyIntoSocialCare implements Journey {

    @Override
    public String name() {
        return "hackney-into-social-care";
    }

    @Override
    public String title() {
        return "Hackney: a treatment worker refers to Children's Social Care directly; the Safeguarding Lead knows";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var tom = hackney.treatmentWorker;
        story.step("Tom Brandt (treatment worker)", "refers a family to the First Response Team, on his own decision");
        var family = story.expect(hackney.registerFamily(tom), 201, "registering the family");
        var referral = story.expect(tom.create("/api/referrals", referral(family)), 201, "the referral");
        var id = referral.text("/id");
        story.tell("referral " + referral.text("/reference"));
        story.clocks(referral);

        story.step("The decision on sharing", "is kept: a refusal does not stop the protection of a child");
        var decision = story.expect(
                tom.get("/api/families/" + family.text("/id") + "/sharing-decisions/"
                        + referral.text("/disclosed/decisionId")),
                200,
                "reading the decision");
        story.must(decision.text("/outcome").equals("SHARE_REQUIRED"), "it must be shared");
        decision.body().path("words").forEach(sentence -> story.tell(sentence.asString()));
        story.clause("HAC-16", "worry about the therapeutic relationship is no reason against it");

        story.step("Leila Haddad (his Safeguarding Lead)", "is informed");
        var informed = Hackney.awaitNotice(story, hackney.safeguardingLead, id, "own-lead-informed");
        story.tell("notice: " + informed.path("words").asString());
        story.clause("HAC-23", "a worker refers directly; the Safeguarding Lead is kept informed");

        story.step("Jonah Pike (duty worker, First Response)", "acknowledges the referral itself");
        var seen = story.expect(hackney.dutyWorker.get("/api/referrals/" + id), 200, "reading the referral");
        var acknowledged = story.expect(
                hackney.dutyWorker.change("/api/referrals/" + id + "/acknowledgement", seen.etag(), Map.of()),
                200,
                "acknowledging");
        story.must(
                story.clock(acknowledged, "acknowledge")
                        .path("state")
                        .asString()
                        .equals("MET"),
                "the clock is met");
        story.clocks(acknowledged);
        story.clause("HAC-14", "First Response acknowledges within 24 hours");

        story.step("The notice of its arrival", "counts as acknowledged, so that nobody is chased");
        story.await(
                "the settled notice",
                () -> Hackney.notices(hackney.dutyWorker, id, "referral-arrived").stream()
                        .filter(notice -> notice.path("state").asString().equals("acknowledged"))
                        .findFirst());
        var told = Hackney.awaitNotice(story, tom, id, "referral-acknowledged");
        story.tell("Tom Brandt is told: " + told.path("words").asString());
    }

    /** A referral of the child to First Response, although the parent refused. */
    static Map<String, Object> referral(Answer family) {
        return Map.of(
                "protocol", "hackney",
                "pathway", "into-social-care",
                "familyId", family.text("/id"),
                "subjectId", family.text("/members/1/id"),
                "recipientAgency", Hackney.SOCIAL_CARE,
                "texts", Map.of(),
                "documents", List.of(),
                "sharing",
                        Map.of(
                                "childConcern",
                                "SIGNIFICANT_HARM",
                                "reason",
                                "Left alone for two nights.",
                                "objections",
                                List.of("THERAPEUTIC_RELATIONSHIP"),
                                "consents",
                                List.of(Map.of(
                                        "personId", family.text("/members/1/id"),
                                        "answer", "REFUSED",
                                        "givenBy", "PARENTAL_RESPONSIBILITY",
                                        "how", "The parent was asked at the centre and refused."))));
    }
}
