package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** DOR-12, SAL-27, JWP-14: a voice is handed over, and what was agreed is not forgotten when it is not done. */
final class UndertakingNotKept implements Journey {

    @Override
    public String name() {
        return "undertaking-not-kept";
    }

    @Override
    public String title() {
        return "Hackney: who raised it hands on their voice, and what was agreed is not done in time (moves the time)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var hackney = new Hackney(suite);
        var tom = hackney.treatmentWorker;
        var sade = hackney.socialWorker;
        story.step("Tom Brandt (treatment worker)", "challenges a decision of Children's Social Care");
        var raised = story.expect(
                tom.create("/api/disagreements", Ladder.onADecision("hackney", Hackney.SOCIAL_CARE, List.of())),
                201,
                "raising the disagreement");
        var ladder = new Ladder(suite, story, raised.text("/id"));
        notOnWhatIsNotTheirs(story, tom);
        voice(hackney, ladder, story);

        story.step("Sade Okafor (social worker)", "undertakes to visit tomorrow, and it is resolved");
        var tomorrow = Instant.parse(
                        ladder.clock(ladder.read(sade)).path("startedAt").asString())
                .plus(Duration.ofDays(1));
        ladder.propose(sade, Hackney.SOCIAL_CARE, "A visit, the child is seen alone.", tomorrow);
        var notHis = ladder.attempt(tom, "confirmation", Map.of("child", "SAFER", "words", "Settled."));
        story.must(notHis.status() == 403, "Tom Brandt no longer speaks for it");
        var resolved = ladder.confirm(hackney.safeguardingLead, "A visit is what was asked for.");
        ladder.awaitNotice(tom, "resolved");
        story.clocks(resolved);
        story.clause("SAL-27", "who does what by when, each with its clock");

        overdue(hackney, ladder, story);
    }

    private static void notOnWhatIsNotTheirs(Story story, Person tom) {
        var refused = story.expect(
                tom.create(
                        "/api/disagreements",
                        Map.of(
                                "area", "hackney",
                                "subject",
                                        Map.of(
                                                "kind", "referral",
                                                "id", "0199a0000000700080000000000000aa",
                                                "reference", "Somebody's referral"),
                                "answeringAgency", Hackney.SOCIAL_CARE,
                                "concern", "Nothing is done.",
                                "wanted", "That something is done.")),
                422,
                "raising it on a record that he has nothing to do with");
        story.tell("on somebody else's record it is refused: " + refused.text("/errors/0/detail"));
    }

    private static void voice(Hackney hackney, Ladder ladder, Story story) {
        var tom = hackney.treatmentWorker;
        var lead = hackney.safeguardingLead;
        story.step("Tom Brandt", "will be away, and hands his voice to Leila Haddad; his manager cannot take it");
        var leila = Map.of("toPerson", subjectOf(lead, story), "reason", "I am on leave from tomorrow.");
        var taken = ladder.attempt(hackney.treatmentManager, "voice", leila);
        story.must(
                taken.text("/type").equals("/problems/raiser-is-there"), "nobody takes it from him: " + taken.body());
        story.must(
                ladder.attempt(hackney.socialWorker, "voice", leila).status() == 403,
                "the other agency has no say in it");
        ladder.act(tom, "voice", leila);
        var known = ladder.read(hackney.socialWorker).text("/spokenForBy/name");
        story.must(known.equals("Leila Haddad"), "both sides see who speaks for it");
        story.clause("DOR-12", "a voice changes hands in the open, and stays on its side");
    }

    private static String subjectOf(Person person, Story story) {
        var people = story.expect(
                person.get("/api/agencies/" + Hackney.TREATMENT + "/practitioners"), 200, "the agency's people");
        for (var colleague : people.body().path("items")) {
            if (colleague.path("username").asString().equals(person.username())) {
                return colleague.path("subject").asString();
            }
        }
        throw new NotAsTheProtocolWants("the directory does not know " + person.username());
    }

    private static void overdue(Hackney hackney, Ladder ladder, Story story) {
        story.step("Nobody", "visits: the undertaking is overdue as any other obligation");
        ladder.passUntil(hackney.socialWorker, "dueAt");
        ladder.awaitNotice(hackney.safeguardingLead, "undertaking-1-overdue");
        var concern =
                story.await("the concern", () -> Ladder.overdue(hackney.treatmentWorker, ladder.id(), "undertaking-1"));
        var path = "/api/overdue-obligations/" + concern.path("id").asString();
        var told = Hackney.awaitNotice(
                story, hackney.socialCareManager, concern.path("id").asString(), "see-done-1");
        story.tell("Martin Hale (manager) is told: " + told.path("words").asString());
        story.must(hackney.otherProvidersLead.get(path).status() == 404, "the other provider learns nothing of it");
        story.clause("JWP-14", "a manager must see it done");

        story.step("Sade Okafor", "has visited, and says so");
        ladder.act(hackney.socialWorker, "undertakings/1/fulfilment", Map.of("words", "Seen alone, at home."));
        ladder.awaitNotice(hackney.safeguardingLead, "undertaking-1-done");
        story.await(
                "the concern ends by itself",
                () -> Optional.of(hackney.socialWorker.get(path))
                        .filter(c -> !c.text("/doneAt").isEmpty()));
        story.clause("JWP-14", "it ends when it is done, and not before");
    }
}
