package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-01, HAC-02, HAC-03, HAC-17: a parent is referred into treatment, received by a person, and invited in time. */
final class HackneyIntoTreatment implements Journey {

    @Override
    public String name() {
        return "hackney-into-treatment";
    }

    @Override
    public String title() {
        return "Hackney: Children's Social Care refers a parent into treatment; acknowledged by a person in time";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var referral = refer(hackney, story);
        received(hackney, story, referral.text("/id"));
        hidden(hackney, story, referral.text("/id"));
        acknowledged(hackney, story, referral.text("/id"));
        invited(hackney, story, referral.text("/id"));
    }

    private static Answer refer(Hackney hackney, Story story) {
        var sade = hackney.socialWorker;
        story.step("Sade Okafor (social worker)", "registers the family, as much as the referral needs");
        var family = story.expect(hackney.registerFamily(sade), 201, "registering the family");
        story.tell("family " + family.text("/reference") + ": one adult, one child");

        story.step("Sade Okafor", "tries to refer without the assessment paperwork");
        var refused = story.expect(
                sade.create(
                        "/api/referrals",
                        Hackney.intoTreatment(family, Optional.empty(), Optional.of("Alcohol every day."))),
                422,
                "a referral without paperwork");
        story.must(refused.text("/obligation").equals("HAC-02"), "the refusal cites HAC-02");
        story.tell("refused: " + refused.text("/detail"));
        story.clause("HAC-02", "assessment paperwork and an outline go with the referral");

        story.step("Sade Okafor", "uploads the paperwork, and forgets the outline of the treatment issue");
        var paperwork = story.expect(hackney.uploadPaperwork(sade), 201, "uploading the paperwork");
        var again = story.expect(
                sade.create(
                        "/api/referrals",
                        Hackney.intoTreatment(family, Optional.of(paperwork.text("/id")), Optional.empty())),
                422,
                "a referral without outline");
        story.must(again.text("/obligation").equals("HAC-02"), "the refusal cites HAC-02");
        story.tell("refused: " + again.text("/detail"));

        story.step("Sade Okafor", "refers before the parent has been asked");
        var unasked = new HashMap<>(Hackney.intoTreatment(
                family, Optional.of(paperwork.text("/id")), Optional.of("Alcohol every day since the spring.")));
        unasked.remove("sharing");
        var first = story.expect(sade.create("/api/referrals", unasked), 422, "a referral nobody was asked about");
        story.must(
                first.body().path("askFirst").path(0).asString().equals(family.text("/members/0/id")),
                "the answer names whom to ask");
        story.tell("refused: " + first.text("/detail"));

        story.step("Sade Okafor", "refers the parent to the Safeguarding Lead of the treatment provider");
        var referral = story.expect(
                sade.create(
                        "/api/referrals",
                        Hackney.intoTreatment(
                                family,
                                Optional.of(paperwork.text("/id")),
                                Optional.of("Alcohol every day since the spring; wants help."))),
                201,
                "the complete referral");
        story.must(referral.text("/priority").equals("priority"), "it is a priority referral");
        story.tell("referral " + referral.text("/reference") + " under protocol " + referral.text("/protocol/pack")
                + "@" + referral.text("/protocol/version"));
        story.clocks(referral);
        var started = Instant.parse(
                story.clock(referral, "acknowledge").path("startedAt").asString());
        var due =
                Instant.parse(story.clock(referral, "acknowledge").path("dueAt").asString());
        story.must(
                Duration.between(started, due).equals(Duration.ofHours(24)), "24 hours to acknowledge, elapsed time");
        story.tell("why then: "
                + story.clock(referral, "invite-to-assessment")
                        .path("explanation")
                        .asString());
        story.clause("HAC-01", "to the Safeguarding Lead of the treatment provider");
        story.clause("HAC-03", "acknowledged within 24 hours, invited within 5 working days");
        return referral;
    }

    private static void received(Hackney hackney, Story story, String id) {
        var leila = hackney.safeguardingLead;
        story.step("Leila Haddad (Safeguarding Lead)", "finds it in the worklist and in the inbox");
        story.must(Hackney.worklistShows(leila, "&side=RECIPIENT", id), "the worklist of the recipient shows it");
        var notice = Hackney.awaitNotice(story, leila, id, "referral-arrived");
        story.tell("notice: " + notice.path("words").asString());
        story.tell("to be acknowledged by "
                + Story.spoken(notice.path("acknowledgeBy").asString()));
        story.must(notice.path("state").asString().equals("waiting"), "it waits for a person");
        story.clause("HAC-17", "receipt is checked: a person acknowledges");
    }

    private static void hidden(Hackney hackney, Story story, String id) {
        var owen = hackney.otherProvidersLead;
        story.step("Owen Price (Safeguarding Lead of the other provider)", "sees nothing of it");
        story.expect(owen.get("/api/referrals/" + id), 404, "the other provider's look at the referral");
        story.must(!Hackney.worklistShows(owen, "", id), "the other provider's worklist does not show it");
        story.must(Hackney.notices(owen, id, "referral-arrived").isEmpty(), "the other provider has no notice of it");
        story.tell("no referral, no worklist row, no notice");
    }

    private static void acknowledged(Hackney hackney, Story story, String id) {
        var leila = hackney.safeguardingLead;
        story.step("Leila Haddad", "acknowledges the notice");
        var notice = Hackney.awaitNotice(story, leila, id, "referral-arrived");
        story.expect(
                leila.act("/api/notifications/" + notice.path("id").asString() + "/acknowledgement"),
                200,
                "acknowledging the notice");
        var referral = story.await("the referral's receipt", () -> {
            var seen = leila.get("/api/referrals/" + id);
            return seen.text("/receipt/at").isEmpty() ? Optional.empty() : Optional.of(seen);
        });
        story.must(story.clock(referral, "acknowledge").path("state").asString().equals("MET"), "the clock is met");
        story.tell("acknowledged by " + referral.text("/receipt/by/name") + " on "
                + Story.spoken(referral.text("/receipt/at")));
        story.clocks(referral);

        story.step("Sade Okafor", "is told");
        var told = Hackney.awaitNotice(story, hackney.socialWorker, id, "referral-acknowledged");
        story.tell("notice: " + told.path("words").asString());
        story.clause("HAC-03", "acknowledged within 24 hours");
    }

    private static void invited(Hackney hackney, Story story, String id) {
        var tom = hackney.treatmentWorker;
        story.step("Tom Brandt (treatment worker)", "invites the parent to an assessment");
        var seen = story.expect(tom.get("/api/referrals/" + id), 200, "reading the referral");
        var appointment = Instant.parse(seen.text("/submittedAt")).plus(Duration.ofDays(3));
        var invited = story.expect(
                tom.change(
                        "/api/referrals/" + id + "/assessment-invitation",
                        seen.etag(),
                        Map.of("appointmentAt", appointment.toString(), "place", "Recovery centre, room 2")),
                200,
                "recording the invitation");
        story.must(
                story.clock(invited, "invite-to-assessment")
                        .path("state")
                        .asString()
                        .equals("MET"),
                "the clock of five working days is met");
        story.clocks(invited);
        story.clause("HAC-03", "invited within 5 working days");
        story.tell("");
        story.tell("The story as both agencies read it:");
        invited.body()
                .path("history")
                .forEach(line -> story.tell("  "
                        + Story.spoken(line.path("at").asString()) + "  "
                        + line.path("words").asString() + " ("
                        + line.path("by").path("name").asString("the clock") + ")"));
    }
}
