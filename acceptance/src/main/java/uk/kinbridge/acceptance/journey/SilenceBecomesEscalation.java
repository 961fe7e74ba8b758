package uk.kinbridge.acceptance.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** JWP-14, ENG-08: nobody acknowledges; it is the manager's concern, and one step makes a disagreement of it. */
final class SilenceBecomesEscalation implements Journey {

    @Override
    public String name() {
        return "silence-becomes-escalation";
    }

    @Override
    public String title() {
        return "Hackney: an overdue acknowledgement becomes a concern, then a disagreement (moves the time by a day)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        story.step("Sade Okafor (social worker)", "refers a parent into treatment, and nobody acknowledges");
        var referral = hackney.refer(story);
        suite.advance("25h");
        var concern = story.await(
                "the overdue obligation",
                () -> Ladder.overdue(hackney.socialWorker, referral.text("/id"), "acknowledge"));
        var path = concern.at("/_links/self/href").asString();
        story.tell("overdue: " + concern.at("/overdue/words").asString() + " ("
                + concern.at("/overdue/source/reference").asString() + "), now the concern of the "
                + concern.path("with").asString());
        var id = path.substring(path.lastIndexOf('/') + 1);
        var told = Hackney.awaitNotice(story, hackney.treatmentManager, referral.text("/id"), "acknowledge-overdue");
        story.tell("Grace Mensah (manager) is told: " + told.path("words").asString());
        story.clause("JWP-14", "a concern at the owner's manager, who must see it resolved");
        story.must(hackney.otherProvidersLead.get(path).status() == 404, "the other provider learns nothing of it");

        story.step("Sade Okafor", "makes a disagreement of the silence, in one step");
        var raised = story.expect(
                hackney.socialWorker.create(path + "/disagreement", Map.of()), 201, "raising it in one step");
        var again =
                story.expect(hackney.socialWorker.create(path + "/disagreement", Map.of()), 201, "raising it again");
        story.must(again.text("/id").equals(raised.text("/id")), "one silence is one disagreement");
        var ladder = new Ladder(suite, story, raised.text("/id"));
        var read = ladder.read(hackney.socialWorker);
        story.must(read.text("/matter/subject/kind").equals("SILENCE"), "it is about the silence");
        story.tell("disagreement " + read.text("/reference") + ": " + read.text("/matter/concern"));
        ladder.awaitNotice(hackney.treatmentWorker, "level-1-answering");
        story.must(
                Hackney.notices(hackney.treatmentManager, id, "see-done-1").isEmpty(),
                "Grace Mensah was told of the breach once, not by the referral and by the concern");

        acknowledgedAtLast(hackney, ladder, story, referral, path);
    }

    private static void acknowledgedAtLast(
            Hackney hackney, Ladder ladder, Story story, Answer referral, String concern) {
        story.step("Leila Haddad (Safeguarding Lead)", "acknowledges at last: the concern ends by itself");
        var address = "/api/referrals/" + referral.text("/id");
        story.expect(
                hackney.safeguardingLead.change(
                        address + "/acknowledgement",
                        hackney.safeguardingLead.get(address).etag(),
                        Map.of()),
                200,
                "the late acknowledgement");
        story.await(
                "the concern is done",
                () -> Optional.of(hackney.socialWorker.get(concern))
                        .filter(c -> !c.text("/doneAt").isEmpty()));
        story.clause("JWP-14", "resolved by itself when it is done");

        story.step("The disagreement", "stays open until Sade Okafor says that it is resolved");
        var open = story.await(
                "the news of it",
                () -> Optional.of(ladder.read(hackney.socialWorker))
                        .filter(d -> d.body().path("history").toString().contains("overdue.done")));
        story.must(open.text("/stage/status").equals("OPEN"), "it is still open");
        var due = Instant.parse(ladder.clock(open).path("dueAt").asString());
        ladder.propose(hackney.safeguardingLead, Hackney.TREATMENT, "A stand-in receives referrals.", due);
        var resolved = ladder.confirm(hackney.socialWorker, "The parent has been called.");
        story.must(resolved.text("/stage/status").equals("RESOLVED"), "she says that it is resolved");
        story.must(Ladder.levels(resolved).equals(List.of(1)), "on level 1");
        story.clause("ENG-08", "resolved at the lowest level that can");
    }
}
