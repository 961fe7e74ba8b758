package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-17: at night the notice reaches who is on duty, not only the inbox of somebody who sleeps. */
final class NoticeOutOfHours implements Journey {

    private static final int HOURS_OF_A_DAY = 24;
    private static final String AGENCY = "/api/agencies/" + Hackney.TREATMENT;

    @Override
    public String name() {
        return "notice-out-of-hours";
    }

    @Override
    public String title() {
        return "A notice at night reaches whoever is on duty (may move the suite's time into the evening)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var imran = suite.person("imran.sesay");
        var abi = suite.person("abi.stonham");
        story.step("The treatment service", "is closed");
        closed(suite, story, abi);
        var now = NoticeLife.now(abi);
        story.tell("it is " + Story.spoken(now.toString()));

        story.step("Abi Stonham (the agency's administrator)", "has Imran Sesay on the rota for the night");
        rota(
                story,
                abi,
                List.of(Map.of(
                        "post",
                        "duty-worker",
                        "username",
                        "imran.sesay",
                        "from",
                        now.minus(Duration.ofHours(1)).toString(),
                        "to",
                        now.plus(Duration.ofHours(4)).toString())));
        try {
            story.await(
                    "the directory has Imran Sesay on duty",
                    () -> Optional.of(abi.get(AGENCY + "/on-duty?role=duty-worker")
                                    .text("/people/0/basis"))
                            .filter("rota"::equals));
            // What was known of the rota a moment ago counts for five seconds.
            suite.advance("1m");
            story.step("Sade Okafor (social worker)", "refers a parent into treatment");
            var referral = hackney.refer(story).text("/id");
            var notice = Hackney.awaitNotice(story, imran, referral, "referral-arrived");
            story.tell(
                    "Imran Sesay finds it in his inbox: " + notice.path("words").asString());
            Hackney.awaitNotice(story, hackney.safeguardingLead, referral, "referral-arrived");
            story.tell("Leila Haddad will find it in hers in the morning");

            story.step("Imran Sesay", "acknowledges it");
            NoticeLife.acknowledge(story, imran, notice);
            var life =
                    NoticeLife.ofSent(story, hackney.socialWorker, referral, "referral-arrived", "safeguarding-lead");
            var receipt = life.await("acknowledged");
            story.must(receipt.at("/by/name").asString().equals("Imran Sesay"), "the sender sees that it was he");
            life.tell();
            story.clause("HAC-17", "received by a person, at night as well");
        } finally {
            rota(story, abi, List.of());
        }
    }

    private static void closed(RunningSuite suite, Story story, Person anybody) {
        for (int hour = 0; hour < HOURS_OF_A_DAY; hour++) {
            if (!NoticeLife.onDuty(anybody).body().path("open").asBoolean()) {
                return;
            }
            suite.advance("1h");
        }
        story.must(false, "an agency that never closes has no night");
    }

    private static void rota(Story story, Person abi, List<Map<String, String>> shifts) {
        Answer entry = story.expect(abi.get(AGENCY), 200, "reading the agency's entry");
        story.expect(abi.put(AGENCY + "/rota", entry.etag(), Map.of("items", shifts)), 200, "changing the rota");
    }
}
