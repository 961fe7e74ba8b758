package uk.kinbridge.acceptance.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** DOR-02, DOR-04, DOR-10: when an adult is referred without consent, and when not. */
final class DorsetAdultWithoutConsent implements Journey {

    private static final String ADULTS = "dorset-adults-services";

    @Override
    public String name() {
        return "dorset-adult-without-consent";
    }

    @Override
    public String title() {
        return "Dorset: an adult at risk refuses; a child at risk, or a finding of no capacity, changes that";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hazel = suite.person("hazel.brockway");
        var rowan = suite.person("rowan.beddoes");

        story.step("Hazel Brockway (children's services)", "would refer a parent at risk, who refuses");
        var parent = new Case(story, "dorset", hazel);
        parent.refused(referral(parent, "adult-safeguarding", refusing(parent), "adult-at-risk"), "DOR-02");
        story.must(
                hazel.get("/api/families/" + parent.familyId() + "/sharing-decisions")
                        .text("/items/0/outcome")
                        .equals("DO_NOT_SHARE"),
                "not sharing is kept as a decision, with its reason");

        story.step("Hazel Brockway", "finds that a child is at risk too, and begins the referral as a draft");
        var draft = write(story, hazel, parent, "adult-at-risk", "child-at-risk-of-significant-harm");
        story.step("Hazel Brockway", "signs in again later: every word is there, and goes in one step");
        var found = story.expect(hazel.get("/api/referral-drafts/" + draft), 200, "reading the draft");
        story.must(found.text("/typed/texts/concern").equals("Money is taken from her."), "nothing typed was lost");
        var sent = story.expect(
                hazel.change("/api/referral-drafts/" + draft + "/submission", found.etag(), Map.of()),
                201,
                "sending the draft");
        var again = hazel.change("/api/referral-drafts/" + draft + "/submission", found.etag(), Map.of());
        story.must(again.text("/referralId").equals(sent.text("/referralId")), "sent twice, it is one referral");
        var id = sent.text("/referralId");
        var seen = story.expect(rowan.get("/api/referrals/" + id), 200, "reading the referral");
        story.must(seen.text("/texts/concern").equals("Money is taken from her."), "adult services read the concern");
        story.clause("DOR-02", "shared without consent, since a child is at risk too; the reason is on record");

        story.step("Rowan Beddoes (adults' safeguarding)", "finds it among what is owed, acknowledges and decides");
        var owed = story.expect(rowan.get("/api/worklist?view=OWED&limit=100"), 200, "reading the worklist");
        story.must(owed.body().toString().contains(id), "it stands among what Rowan owes");
        parent.act(rowan, id, "acknowledgement", Map.of(), "acknowledged");
        parent.act(rowan, id, "decision", Case.saying("An enquiry under section 42 begins."), "decided");
        parent.told(hazel, id, "decision");
        var told = story.expect(hazel.get("/api/referrals/" + id), 200, "reading what was decided");
        story.must(told.body().toString().contains("section 42"), "what was decided reaches the referrer");
        story.clause("ENG-11", "the answer passed a decision on sharing of its own, which is kept");

        withoutCapacity(story, hazel);
        unmetNeeds(story, hazel);
        unsafeInRole(story, hazel);
        parent.unseenBy(suite.person("sade.okafor"), id);
    }

    private static void withoutCapacity(Story story, Person hazel) {
        story.step("Hazel Brockway", "meets an adult at risk who cannot decide on this");
        var adult = new Case(story, "dorset", hazel);
        var unable = Map.<String, Object>of(
                "reason",
                "Exploited and cannot weigh it up.",
                "consents",
                List.of(Map.of(
                        "personId", adult.parentId(),
                        "answer", "CANNOT_BE_GIVEN",
                        "how", "Could not follow what it was about.")));
        story.expect(
                hazel.create("/api/referrals", referral(adult, "adult-safeguarding", unable, "adult-at-risk")),
                422,
                "without a finding the law presumes that they can decide");
        var family = "/api/families/" + adult.familyId();
        var finding = story.expect(
                hazel.create(
                        family + "/capacity-findings",
                        Map.of(
                                "personId",
                                adult.parentId(),
                                "purpose",
                                "ADULT_SAFEGUARDING",
                                "able",
                                false,
                                "steps",
                                List.of("Explained in plain words, twice.", "Could not weigh it up."),
                                "reviewOn",
                                "2099-01-01")),
                201,
                "recording the finding");
        story.expect(
                hazel.change(
                        family + "/capacity-findings/" + finding.text("/findings/0/finding/id")
                                + "/best-interests-decision",
                        finding.etag(),
                        Map.of(
                                "share", true,
                                "why", "Nobody else can stop it.",
                                "leastRestrictive", "Only what adult safeguarding needs.")),
                200,
                "deciding in their best interests");
        adult.refer(referral(adult, "adult-safeguarding", unable, "adult-at-risk"));
        story.clause("FAP-11", "found unable for this decision, decided in their best interests, and shared");
    }

    private static void unmetNeeds(Story story, Person hazel) {
        story.step("Hazel Brockway", "refers unmet needs: with consent only");
        var needs = new Case(story, "dorset", hazel);
        needs.refused(referral(needs, "adult-access", refusing(needs), "adult-with-unmet-needs"), "DOR-04");
        needs.refer(referral(needs, "adult-access", agreeing(needs), "adult-with-unmet-needs"));
        story.clause("DOR-04", "unmet needs go to the Adult Access Team with consent, and not without");
    }

    private static void unsafeInRole(Story story, Person hazel) {
        story.step("Hazel Brockway", "has evidence that an adult who works with children may not be safe in that role");
        var worker = new Case(story, "dorset", hazel);
        var alert = worker.alert(
                "unsafe-in-role",
                "unsafe-in-work-with-children",
                "the Designated Officer on duty",
                "What was seen at the club.",
                agreeing(worker));
        story.must(alert.text("/obligations/0").equals("DOR-10"), "it is kept under DOR-10");
        story.clause("DOR-10", "the Designated Officer is told, and it is on record who told them what");
    }

    /** A draft, begun empty and typed in two windows. */
    private static String write(Story story, Person who, Case family, String... situation) {
        var begun = story.expect(who.create("/api/referral-drafts", Map.of()), 201, "beginning a draft");
        var path = "/api/referral-drafts/" + begun.text("/id");
        Answer typed = story.expect(
                who.put(path, begun.etag(), referral(family, "adult-safeguarding", refusing(family), situation)),
                200,
                "saving what is typed");
        story.expect(who.put(path, begun.etag(), Map.of()), 412, "an older window overwrites nothing");
        story.tell("draft %s is kept until %s".formatted(typed.text("/reference"), typed.text("/keptUntil")));
        return begun.text("/id");
    }

    private static Map<String, Object> referral(
            Case family, String pathway, Map<String, Object> sharing, String... situation) {
        var body = new HashMap<>(family.referral(
                pathway,
                ADULTS,
                false,
                Map.of(
                        "situation",
                        List.of(situation),
                        "texts",
                        Map.of("consent", "As recorded.", "concern", "Money is taken from her."))));
        body.put("sharing", sharing);
        return body;
    }

    private static Map<String, Object> refusing(Case family) {
        return answering(family, "REFUSED", "Asked at home; does not want it.");
    }

    private static Map<String, Object> agreeing(Case family) {
        return answering(family, "GIVEN", "Asked at home, with the leaflet.");
    }

    private static Map<String, Object> answering(Case family, String answer, String how) {
        return Map.of(
                "reason",
                "May be exploited.",
                "consents",
                List.of(Map.of("personId", family.parentId(), "answer", answer, "how", how)));
    }
}
