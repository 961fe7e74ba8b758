package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** JWP-13, HAC-15: something changes in a family, and its assessment is open again by itself. */
final class ReassessmentOnChange implements Journey {

    @Override
    public String name() {
        return "reassessment-on-change";
    }

    @Override
    public String title() {
        return "A change in the family's circumstances opens the assessment again, and says what changed";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var tom = hackney.treatmentWorker;
        story.step("Tom Brandt (treatment worker)", "has completed a Parental Needs Assessment");
        var family = story.expect(hackney.registerFamily(tom), 201, "registering the family");
        var familyId = family.text("/id");
        var child = family.text("/members/1/id");
        var needs = Assessing.begin(
                story, tom, "hackney", "parental-needs", familyId, family.text("/members/0/id"), Map.of());
        fill(needs, tom, child);
        needs.decide(tom, "As it looks.");
        var completed = needs.act(tom, "completion", Map.of(), 200);
        story.must(completed.text("/versions").equals("1"), "version 1 is kept");

        story.step("Tom Brandt", "records that the child no longer lives at home");
        var record = story.expect(tom.get("/api/families/" + familyId), 200, "reading the record");
        story.expect(
                tom.put(
                        "/api/families/" + familyId + "/members/" + child + "/facts/household",
                        record.etag(),
                        Map.of("value", "lives-elsewhere", "saidBy", "the mother")),
                200,
                "recording where the child lives");
        var open = story.await(
                "the assessment to be open again",
                () -> Optional.of(needs.read(tom))
                        .filter(seen -> seen.text("/state").equals("REOPENED")));
        story.tell("open again: " + open.text("/reopened/0"));
        story.must(open.text("/reopened/0").contains("household"), "it says what changed");
        story.must(
                story.clock(open, "review-after-change")
                        .path("state")
                        .asString()
                        .equals("RUNNING"),
                "it is to be looked at soon");
        story.clause("JWP-13", "a change in circumstances opens the assessment again");

        story.step("Tom Brandt", "looks at it again, and writes what is different");
        needs.type(tom, "caring", Map.of("who-cares", "The father, in Leyton."));
        needs.decide(tom, "The child is elsewhere now.");
        needs.act(tom, "completion", Map.of(), 200);
        var versions = story.expect(tom.get("/api/assessments/" + needs.id() + "/versions"), 200, "the versions");
        story.must(versions.body().path("items").size() == 2, "both versions are kept");
        var words = versions.text("/items/1/changes/0");
        story.must(words.contains("Leyton"), "it says in words what changed: " + versions.body());
        story.tell(words);
        story.clause("HAC-15", "a live document: every version kept, and what changed in words");
        closeForGood(hackney, story, familyId, needs);
    }

    private static void closeForGood(Hackney hackney, Story story, String familyId, Assessing needs) {
        var tom = hackney.treatmentWorker;
        story.step("Tom Brandt", "closes it for good, with the reason");
        var closed = needs.act(tom, "closure", Map.of("reason", "The family has what it needs."), 200);
        story.must(closed.text("/state").equals("CLOSED"), "it is closed");
        needs.act(tom, "invitation", Map.of("appointmentAt", "2126-11-23T10:00:00Z"), 409);

        story.step("Tom Brandt", "records another change; the closed one is not opened in silence, and he is told");
        var record = story.expect(tom.get("/api/families/" + familyId), 200, "reading the record");
        story.expect(
                tom.put(
                        "/api/families/" + familyId + "/members/" + record.text("/members/1/id") + "/facts/household",
                        record.etag(),
                        Map.of("value", "lives-here", "saidBy", "the mother")),
                200,
                "recording where the child lives");
        var told = story.await(
                "the closed assessment to say that something has changed",
                () -> Optional.of(needs.read(tom))
                        .filter(seen -> seen.body().path("history").toString().contains("after it was closed")));
        story.must(told.text("/state").equals("CLOSED"), "only a person opens it again");
        story.clause("JWP-13", "whoever closed it learns of a change, and decides");
    }

    static void fill(Assessing needs, Person tom, String child) {
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
                        "childs-voice", Map.of(child, "I like it at gran's."),
                        "seen-alone", Map.of(child, "seen-alone"),
                        "childs-needs", Map.of(child, List.of("nothing-that-worries"))));
    }
}
