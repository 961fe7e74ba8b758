package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-05, HAC-06: three appointments missed; told within 24 hours, offered by themselves, decided together. */
final class HackneyThreeMissedAppointments implements Journey {

    @Override
    public String name() {
        return "hackney-three-missed-appointments";
    }

    @Override
    public String title() {
        return "Hackney: three appointments are missed (moves the suite's time forward by some days)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        story.step("Sade Okafor (social worker)", "refers a parent into treatment");
        var referral = hackney.refer(story);
        var id = referral.text("/id");
        var family = referral.text("/disclosed/familyId");
        invite(hackney, story, id);
        var worker = hackney.treatmentWorker;
        var course = Attending.idOf(story, worker, family);
        var attending = new Attending(suite, story, worker, course);
        firstMissed(hackney, story, attending, course);

        story.step("Tom Brandt", "gives the second appointment a time");
        story.must(!attending.owes(attending.offer("IN_PERSON"), "OFFER_ANOTHER"), "the second one is offered");
        var second = attending.missed();
        story.must(attending.owes(second, "OFFER_ANOTHER"), "a third one is offered by itself");
        attending.act(
                worker,
                Attending.id(attending.owed(second, "TELL")),
                "telling",
                Map.of("whom", "Sade Okafor", "how", "telephone"));
        story.clause("HAC-06", "a second and a third appointment are offered");
        attending.offer("TELEPHONE");
        thirdMissed(hackney, story, attending, id);
    }

    private static void invite(Hackney hackney, Story story, String id) {
        story.step(
                "Tom Brandt (treatment worker)",
                "invites the parent; nobody writes the appointment down a second time");
        var lead = hackney.safeguardingLead;
        story.expect(
                lead.change(
                        "/api/referrals/" + id + "/acknowledgement",
                        lead.get("/api/referrals/" + id).etag(),
                        Map.of()),
                200,
                "acknowledging");
        var tom = hackney.treatmentWorker;
        story.expect(
                tom.change(
                        "/api/referrals/" + id + "/assessment-invitation",
                        tom.get("/api/referrals/" + id).etag(),
                        Map.of(
                                "appointmentAt",
                                Instant.parse(tom.get("/api/referrals/" + id).text("/begunAt"))
                                        .plus(Duration.ofDays(1))
                                        .toString(),
                                "place",
                                "Room 2")),
                200,
                "inviting");
    }

    private static void firstMissed(Hackney hackney, Story story, Attending attending, String course) {
        story.step("The parent", "does not come; Tom Brandt says so, and blames nobody");
        var missed = attending.missed();
        var tell = attending.owed(missed, "TELL");
        var at = Instant.parse(missed.text("/offers/0/at"));
        story.must(
                Duration.between(at, Instant.parse(tell.path("dueAt").asString()))
                        .equals(Duration.ofHours(24)),
                "24 hours from the appointment, elapsed time");
        story.must(attending.owes(missed, "OFFER_ANOTHER"), "a second one is offered by itself");
        var notice = Hackney.awaitNotice(story, hackney.socialWorker, course, Attending.id(tell));
        story.tell("Sade Okafor is told: " + notice.path("words").asString());
        story.expect(
                hackney.socialWorker.act(
                        "/api/notifications/" + notice.path("id").asString() + "/acknowledgement"),
                200,
                "acknowledging the notice");
        story.await(
                "the clock of the telling stops",
                () -> attending.owes(attending.seen(hackney.treatmentWorker), "TELL")
                        ? java.util.Optional.<Boolean>empty()
                        : java.util.Optional.of(true));
        story.clause("HAC-05", "Children's Social Care is told within 24 hours, and a person has confirmed it");
        story.must(
                Hackney.notices(hackney.socialWorker, course, Attending.id(tell))
                                .size()
                        == 1,
                "told once");
    }

    private static void thirdMissed(Hackney hackney, Story story, Attending attending, String id) {
        story.step("The third appointment", "is missed as well");
        var third = attending.missed();
        story.must(!attending.owes(third, "OFFER_ANOTHER"), "no fourth is offered before both have decided");
        var discuss = attending.owed(third, "DISCUSS_JOINTLY");
        var referral = story.await("the referral waits for the talk", () -> {
            var seen = hackney.treatmentWorker.get("/api/referrals/" + id);
            return seen.text("/state").equals("offers-used-up")
                    ? java.util.Optional.of(seen)
                    : java.util.Optional.empty();
        });
        story.clocks(referral);
        story.step("Sade Okafor", "writes down what both services have decided");
        attending.act(
                hackney.socialWorker,
                Attending.id(discuss),
                "discussion",
                Map.of(
                        "with",
                        "Tom Brandt",
                        "decision",
                        "OFFER_AGAIN",
                        "words",
                        "At the children's centre, in the morning."));
        var agreed = story.await("the referral goes on", () -> {
            var seen = hackney.treatmentWorker.get("/api/referrals/" + id);
            return seen.text("/state").equals("next-steps-agreed")
                    ? java.util.Optional.of(seen)
                    : java.util.Optional.empty();
        });
        story.must(
                story.clock(agreed, "discuss-next-steps").path("metAt").isString(),
                "the clock of the joint decision is met");
        story.clause("HAC-06", "after the third, the referrer is contacted and both decide together, recorded");
    }
}
