package uk.kinbridge.acceptance.journey;

import java.util.List;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-03: nobody acknowledges. Warned before, breached at the minute, both managers told, in both worklists. */
final class HackneyLateAcknowledgement implements Journey {

    @Override
    public String name() {
        return "hackney-late-acknowledgement";
    }

    @Override
    public String title() {
        return "Hackney: nobody acknowledges in 24 hours (moves the suite's time forward by a day)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        story.step("Sade Okafor (social worker)", "refers a parent into treatment");
        var referral = hackney.refer(story);
        var id = referral.text("/id");
        story.clocks(referral);

        story.step("Twenty hours", "pass");
        suite.advance("20h");
        var warning = Hackney.awaitNotice(story, hackney.safeguardingLead, id, "acknowledge-due-soon");
        story.tell("Leila Haddad is warned: " + warning.path("words").asString());

        story.step("Four more hours", "pass");
        suite.advance("4h");
        for (var manager : hackney.managers()) {
            var overdue = Hackney.awaitNotice(story, manager, id, "acknowledge-overdue");
            story.tell(manager.username() + " is told: " + overdue.path("words").asString());
        }
        story.clause("HAC-03", "acknowledged within 24 hours: breached, and both sides' managers know");

        story.step("Both agencies", "see it in their worklists as overdue");
        for (Person person : List.of(hackney.socialWorker, hackney.safeguardingLead)) {
            story.must(Hackney.worklistShows(person, "&overdue=true", id), person.username() + " sees it as overdue");
        }
        var seen = story.expect(hackney.socialWorker.get("/api/referrals/" + id), 200, "reading the referral");
        story.must(
                story.clock(seen, "acknowledge").path("state").asString().equals("BREACHED"), "the clock is breached");
        story.must(
                Hackney.notices(hackney.treatmentManager, id, "acknowledge-overdue")
                                .size()
                        == 1,
                "each manager was told once");
        story.clocks(seen);

        story.step("Grace Mensah (manager of the treatment service)", "acknowledges it late");
        var late = story.expect(
                hackney.treatmentManager.change(
                        "/api/referrals/" + id + "/acknowledgement",
                        hackney.treatmentManager.get("/api/referrals/" + id).etag(),
                        java.util.Map.of()),
                200,
                "the late acknowledgement");
        story.must(
                story.clock(late, "acknowledge").path("state").asString().equals("MET_LATE"), "it is kept as met late");
        story.clocks(late);
    }
}
