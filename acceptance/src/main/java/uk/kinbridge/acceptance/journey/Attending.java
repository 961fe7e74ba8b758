package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** One course of appointments, as journeys play it: offered, waited for, and what became of it. */
final class Attending {

    private final RunningSuite suite;
    private final Story story;
    private final Person worker;
    private final String path;

    Attending(RunningSuite suite, Story story, Person worker, String id) {
        this.suite = suite;
        this.story = story;
        this.worker = worker;
        this.path = "/api/appointments/" + id;
    }

    /** The course that follows from a referral, once its invitation has become an appointment. */
    static String idOf(Story story, Person worker, String family) {
        return story.await("the appointment of the invitation", () -> {
            var items = worker.get("/api/appointments?family=" + family).body().path("items");
            return items.isEmpty()
                    ? Optional.empty()
                    : Optional.of(items.path(0).path("id").asString());
        });
    }

    Answer seen(Person by) {
        return story.expect(by.get(path), 200, "reading the appointments");
    }

    /** Offers the next one, a day after the present. */
    Answer offer(String mode) {
        var course = seen(worker);
        return story.expect(
                worker.change(
                        path + "/offers",
                        course.etag(),
                        Map.of("at", lately(course).plus(Duration.ofDays(1)).toString(), "mode", mode)),
                200,
                "offering an appointment");
    }

    /** The last one passes, and the person does not come. */
    Answer missed() {
        var before = seen(worker);
        var offers = before.body().path("offers");
        var last = offers.path(offers.size() - 1);
        var wait =
                Duration.between(lately(before), Instant.parse(last.path("at").asString()));
        if (wait.isPositive()) {
            suite.advance(wait.toMinutes() + 5 + "m");
        }
        return story.expect(
                worker.change(
                        path + "/offers/" + last.path("number").asInt() + "/outcome",
                        seen(worker).etag(),
                        Map.of("attendance", "DID_NOT_ATTEND")),
                200,
                "recording that nobody came");
    }

    /** The suite's time when something last happened to the course. */
    private static Instant lately(Answer course) {
        var history = course.body().path("history");
        return Instant.parse(history.path(history.size() - 1).path("at").asString());
    }

    /** What is owed of that kind; nothing of it is against the protocol. */
    JsonNode owed(Answer course, String kind) {
        for (var owed : course.body().path("owed")) {
            if (owed.path("duty").path("kind").asString().equals(kind)) {
                return owed;
            }
        }
        throw new NotAsTheProtocolWants("nothing of the kind " + kind + " is owed");
    }

    boolean owes(Answer course, String kind) {
        for (var owed : course.body().path("owed")) {
            if (owed.path("duty").path("kind").asString().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** Does something about a duty. */
    Answer act(Person by, String duty, String act, Map<String, ?> body) {
        return story.expect(
                by.change(path + "/duties/" + duty + "/" + act, seen(by).etag(), body), 200, act.replace('-', ' '));
    }

    static String id(JsonNode owed) {
        return owed.path("duty").path("id").asString();
    }
}
