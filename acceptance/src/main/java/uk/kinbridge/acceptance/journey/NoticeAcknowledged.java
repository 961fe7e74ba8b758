package uk.kinbridge.acceptance.journey;

import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-17: delivered, seen, acknowledged and acted on, each with its time and person, as the sender sees it. */
final class NoticeAcknowledged implements Journey {

    @Override
    public String name() {
        return "notice-acknowledged";
    }

    @Override
    public String title() {
        return "A notice is received by a person, and its sender sees the whole way";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        story.step("Sade Okafor (social worker)", "refers a parent into treatment");
        var referral = hackney.refer(story).text("/id");
        var life = NoticeLife.ofSent(story, hackney.socialWorker, referral, "referral-arrived", "safeguarding-lead");
        life.tell();
        story.must(life.read().text("/next/turn").equals("recipient"), "the recipient would be chased next");

        story.step("Leila Haddad (Safeguarding Lead)", "opens the notice and acknowledges it");
        NoticeLife.acknowledge(
                story,
                hackney.safeguardingLead,
                Hackney.awaitNotice(story, hackney.safeguardingLead, referral, "referral-arrived"));

        story.step("Sade Okafor", "sees it delivered, seen, acknowledged and acted on");
        for (var what : new String[] {"delivered", "seen", "acknowledged", "acted-on"}) {
            life.await(what);
        }
        life.tell();
        story.must(life.read().text("/next/at").isEmpty(), "nobody is chased any more");
        story.clause("HAC-17", "receipt is checked: a person acknowledges");

        story.step("Martin Hale (her manager)", "sees the same; Leila Haddad and Owen Price do not");
        story.expect(
                hackney.socialCareManager.get("/api/notifications/" + life.id() + "/life"),
                200,
                "the life of the notice for the sender's manager");
        life.hiddenFrom(hackney.safeguardingLead, 403);
        life.hiddenFrom(hackney.otherProvidersLead, 404);
    }
}
