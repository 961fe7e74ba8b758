package uk.kinbridge.acceptance.journey;

import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-17: nobody acknowledges. The recipient is told again, then the manager, then the sender; each hears it once. */
final class NoticeChased implements Journey {

    @Override
    public String name() {
        return "notice-chased";
    }

    @Override
    public String title() {
        return "A notice that nobody acknowledges: chased, then the manager, then the sender (moves time by some days)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var tom = hackney.treatmentWorker;
        var jonah = hackney.dutyWorker;
        story.step("Tom Brandt (treatment worker)", "refers a child to First Response");
        var family = story.expect(hackney.registerFamily(tom), 201, "registering the family");
        var referral = story.expect(
                        tom.create("/api/referrals", HackneyIntoSocialCare.referral(family)), 201, "the referral")
                .text("/id");

        story.step("Jonah Pike (duty worker)", "takes no further action and says why");
        NoticeLife.act(story, jonah, referral, "acknowledgement", Map.of());
        NoticeLife.act(
                story,
                jonah,
                referral,
                "no-further-action",
                Map.of("words", "The child is safe with the grandmother; known to the school."));
        var life = NoticeLife.ofSent(story, jonah, referral, "no-further-action", "practitioner");
        story.tell("to be acknowledged by " + Story.spoken(life.read().text("/acknowledgeBy")));

        story.step("Two working days", "pass, and Tom Brandt acknowledges nothing");
        life.advanceToNextStep(suite);
        life.await("chased");
        var again = Hackney.awaitNotice(story, tom, referral, "no-further-action");
        story.must(again.path("chased").asLong() == 1, "he has been told again, once");

        story.step("One more working day", "passes");
        life.advanceToNextStep(suite);
        life.await("next-told");
        var unreceived = "not-received-" + life.id();
        var told = Hackney.awaitNotice(story, hackney.treatmentManager, referral, unreceived);
        story.tell("Grace Mensah (his manager) is told: " + told.path("words").asString());

        story.step("One more working day", "passes");
        life.advanceToNextStep(suite);
        life.await("sender-told");
        var back = Hackney.awaitNotice(story, jonah, referral, unreceived);
        story.tell("Jonah Pike (the sender) is told: " + back.path("action").asString());
        story.must(
                Hackney.notices(hackney.treatmentManager, referral, unreceived).size() == 1,
                "the manager has been told once");

        story.step("Tom Brandt", "acknowledges it at last");
        NoticeLife.acknowledge(story, tom, again);
        story.await(
                "the manager's notice is settled",
                () -> Hackney.notices(hackney.treatmentManager, referral, unreceived).stream()
                        .filter(notice -> notice.path("state").asString().equals("acknowledged"))
                        .findFirst());
        life.await("acknowledged");
        life.tell();
        story.clause("HAC-17", "not acknowledged is not received: somebody else hears about it");
    }
}
