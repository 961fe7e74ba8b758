package uk.kinbridge.acceptance.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-04, HAC-07, HAC-10, HAC-12, ENG-14: a parent in treatment is assessed, and the children are in it. */
final class HackneyParentalNeeds implements Journey {

    @Override
    public String name() {
        return "hackney-parental-needs";
    }

    @Override
    public String title() {
        return "Hackney: the Parental Needs Assessment stands beside triage, and its outcome reaches the referrer";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var tom = hackney.treatmentWorker;
        var referral = hackney.refer(story);
        var referralId = referral.text("/id");
        var family = referral.text("/disclosed/familyId");
        var parent = referral.text("/disclosed/subject/id");
        var child = referral.text("/disclosed/children/0/id");

        story.step(
                "Tom Brandt (treatment worker)", "begins the triage of a parent whom Children's Social Care referred");
        var triage = Assessing.begin(story, tom, "hackney", "triage", family, parent, Map.of("referral", referralId));
        var beside = beside(story, triage.read(tom), "parental-needs");
        story.tell("opened beside it: the Parental Needs Assessment");
        story.clause("HAC-07", "every client who cares for children has a Parental Needs Assessment beside triage");

        var needs = Assessing.of(story, beside);
        answer(story, needs, tom, child);
        story.step("Tom Brandt", "tries to complete it before anybody has heard the child");
        needs.incomplete(tom, "childs-voice", "ENG-14");

        story.step("Tom Brandt", "writes what the child says, decides on the risk, and completes it");
        needs.type(
                tom,
                "about-each-child",
                Map.of(
                        "childs-voice", Map.of(child, "I like it at gran's."),
                        "seen-alone", Map.of(child, "seen-alone"),
                        "childs-needs", Map.of(child, List.of("nothing-that-worries"))));
        var proposed = needs.read(tom);
        story.tell("proposed: " + proposed.text("/proposed/words") + ", looked at again in "
                + proposed.text("/proposed/reviewEvery"));
        needs.decide(tom, "The grandmother is there every night.");
        story.clause("HAC-12", "the model proposes with its reasons, a person decides with theirs");
        var completed = needs.act(tom, "completion", Map.of(), 200);
        story.must(completed.text("/state").equals("COMPLETE"), "it is complete");
        story.must(
                story.clock(completed, "review").path("state").asString().equals("RUNNING"),
                "its review is on the clock");

        lead(hackney, story, beside);
        moved(hackney, story, referralId, "assessed");
        outcome(hackney, story, needs, referralId);
    }

    private static void answer(Story story, Assessing needs, Person tom, String child) {
        story.step("Tom Brandt", "writes section by section; one answer is not what the question asks for");
        var saved = needs.type(tom, "child-wellbeing-model", Map.of("significant-harm", "perhaps"));
        var finding = Assessing.finding(saved, "significant-harm");
        story.must(!finding.isMissingNode(), "the answer names the question");
        story.tell("kept, and said: " + finding.path("reason").asString());
        story.must(kept(needs.read(tom), "significant-harm").equals("perhaps"), "what was typed is kept");
        needs.type(
                tom,
                "caring",
                Map.of("who-cares", "The grandmother.", "household", "Nobody else.", "storage", "A locked box."));
        needs.type(
                tom,
                "child-wellbeing-model",
                Map.of(
                        "parenting",
                        List.of("good-enough"),
                        "environment",
                        List.of("parent-uses"),
                        "significant-harm",
                        false,
                        "referral-needed",
                        false,
                        "why-referral-or-not",
                        "Care is good enough."));
        needs.type(tom, "parents-needs", Map.of("support-needed", "A break.", "wider-family", "The grandmother."));
        needs.type(tom, "young-carers", Map.of("child-gives-care", false));
        needs.type(tom, "what-protects", Map.of("what-else-protects", List.of("relatives")));
        needs.type(
                tom,
                "strengths-and-wishes",
                Map.of("strengths", "Honest.", "own-wishes", "Mornings at home.", "taking-part", "In every talk."));
        needs.type(
                tom,
                "about-each-child",
                Map.of(
                        "seen-alone", Map.of(child, "seen-alone"),
                        "childs-needs", Map.of(child, List.of("nothing-that-worries"))));
    }

    private static String kept(Answer assessment, String question) {
        for (var section : assessment.body().path("sections")) {
            var typed = section.path("answers").path(question);
            if (!typed.isMissingNode()) {
                return typed.asString();
            }
        }
        return "";
    }

    private static String beside(Story story, Answer assessment, String kind) {
        for (var owed : assessment.body().path("owed")) {
            if (owed.path("assess").asString("").equals(kind)) {
                var there = owed.path("settledBy").asString("");
                story.must(!there.isEmpty(), "the " + kind + " assessment is opened beside it");
                return there;
            }
        }
        throw new NotAsTheProtocolWants("no " + kind + " assessment is owed: " + assessment.body());
    }

    private static void lead(Hackney hackney, Story story, String id) {
        var leila = hackney.safeguardingLead;
        story.step("Leila Haddad (Safeguarding Lead)", "is told, and finds the client in the list that keeps itself");
        story.await(
                "the lead's notice",
                () -> leila.get("/api/notifications?limit=100")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(notice ->
                                notice.path("about").path("id").asString("").equals(id))
                        .filter(notice -> notice.path("purpose").asString("").startsWith("lead-told-after-assessment"))
                        .findFirst());
        var list = story.expect(leila.get("/api/assessments?of=WITH_CHILDREN&limit=100"), 200, "the lead's list");
        story.must(
                list.body()
                        .path("items")
                        .valueStream()
                        .anyMatch(row -> row.path("id").asString().equals(id)),
                "the list of clients with childcare responsibilities shows it");
        story.clause("HAC-10", "the lead learns of every client with childcare responsibilities");
    }

    private static void moved(Hackney hackney, Story story, String referralId, String state) {
        story.await(
                "the referral to stand at '" + state + "'",
                () -> Optional.of(hackney.treatmentWorker.get("/api/referrals/" + referralId))
                        .filter(referral -> referral.text("/state").equals(state)));
        story.tell("the referral moved on by itself: " + state);
    }

    private static void outcome(Hackney hackney, Story story, Assessing needs, String referralId) {
        var tom = hackney.treatmentWorker;
        var sade = hackney.socialWorker;
        story.step("Tom Brandt", "shares an outcome that ends the work, without saying why");
        var outcome = new HashMap<String, Object>(Map.of(
                "to",
                Hackney.SOCIAL_CARE,
                "outcome",
                "Uses on some days.",
                "levelOfUse",
                "Some days",
                "riskToParenting",
                "The children's needs are met",
                "goesOn",
                false));
        var refused = needs.act(tom, "outcomes", outcome, 422);
        story.must(refused.text("/obligation").equals("SAL-24"), "the refusal cites SAL-24");
        outcome.put("rationale", "Supported by the grandmother; nothing further is needed now.");
        needs.act(tom, "outcomes", outcome, 200);
        moved(hackney, story, referralId, "outcome-shared");

        story.step("Sade Okafor (social worker)", "reads it and confirms it");
        var notice = Hackney.awaitNotice(story, sade, referralId, "assessment-outcome");
        story.expect(
                sade.act("/api/notifications/" + notice.path("id").asString() + "/acknowledgement"),
                200,
                "acknowledging the outcome");
        var read = needs.read(sade);
        story.must(
                read.text("/outcomes/0/riskToParenting").equals("The children's needs are met"),
                "the referrer reads the assessed risk to parenting");
        story.await(
                "the assessment to know that a person has it",
                () -> Optional.of(needs.read(tom))
                        .filter(seen ->
                                !seen.text("/outcomes/0/receivedBy/name").isEmpty()));
        story.clause("HAC-04", "level of use and risk to parenting in writing, acknowledged by a person");
    }
}
