package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** A disagreement and what several journeys do with it. */
final class Ladder {

    private final RunningSuite suite;
    private final Story story;
    private final String path;

    Ladder(RunningSuite suite, Story story, String id) {
        this.suite = suite;
        this.story = story;
        this.path = "/api/disagreements/" + id;
    }

    /** The body of a disagreement on a decision. */
    static Map<String, Object> onADecision(String area, String with, List<String> risks) {
        return Map.of(
                "area",
                area,
                "subject",
                Map.of("kind", "decision", "reference", "Decision not to visit"),
                "answeringAgency",
                with,
                "concern",
                "The parent relapsed and the child has not been seen since.",
                "wanted",
                "That a social worker sees the child this week.",
                "clauses",
                List.of(),
                "risks",
                risks);
    }

    String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Answer read(Person person) {
        return story.expect(person.get(path), 200, person.username() + " reads the disagreement");
    }

    /** Does something on the version that is there now. */
    Answer act(Person person, String what, Map<String, ?> body) {
        return story.expect(attempt(person, what, body), 200, person.username() + ": " + what);
    }

    Answer attempt(Person person, String what, Map<String, ?> body) {
        return person.change(path + "/" + what, read(person).etag(), body);
    }

    void discuss(Person person, String position, boolean agreed) {
        act(person, "discussions", Map.of("position", position, "evidence", "The case notes", "agreed", agreed));
        story.tell(person.username() + " records: " + position + (agreed ? " (agrees now)" : " (does not agree)"));
    }

    /** Proposes what would settle it, and who does what by when. */
    void propose(Person person, String agency, String what, Instant by) {
        act(
                person,
                "proposal",
                Map.of(
                        "agreed",
                        what,
                        "undertakings",
                        List.of(Map.of(
                                "agency", agency, "who", "The person in charge", "what", what, "by", by.toString()))));
        story.tell(person.username() + " proposes: " + what + " By " + Story.spoken(by.toString()) + ".");
    }

    Answer confirm(Person person, String words) {
        return act(person, "confirmation", Map.of("child", "SAFER", "words", words));
    }

    void notFor(Person person, String why) {
        story.must(person.get(path).status() == 404, person.username() + " learns nothing of it (" + why + ")");
        story.tell(person.username() + " (" + why + ") is told that there is nothing");
    }

    /** Moves the suite's time to a moment of the rung's clock, and a minute further. */
    void passUntil(Person reader, String moment) {
        var clock = clock(read(reader));
        var until = Instant.parse(clock.path(moment).asString());
        var from = suiteNow(reader);
        var minutes = Math.max(1, Duration.between(from, until).toMinutes() + 1);
        suite.advance(minutes + "m");
    }

    /** A private note tells the suite's own time, which is ahead of ours after other journeys. */
    private Instant suiteNow(Person person) {
        var noted = act(person, "notes", Map.of("words", "Looked at the clock."));
        var notes = noted.body().path("notes");
        return Instant.parse(notes.get(notes.size() - 1).path("at").asString());
    }

    JsonNode clock(Answer disagreement) {
        var clocks = disagreement.body().path("clocks");
        return clocks.get(clocks.size() - 1);
    }

    /** Waits until it has come to a level. */
    Answer awaitLevel(Person reader, int level) {
        return story.await("level " + level, () -> Optional.of(read(reader)).filter(d -> level(d) == level));
    }

    static int level(Answer disagreement) {
        return disagreement.body().at("/stage/level").asInt();
    }

    /** How the levels followed one another. */
    static List<Integer> levels(Answer disagreement) {
        var levels = new ArrayList<Integer>();
        disagreement
                .body()
                .path("steps")
                .forEach(step -> levels.add(step.path("level").asInt()));
        return levels;
    }

    JsonNode awaitNotice(Person person, String purpose) {
        var notice = Hackney.awaitNotice(story, person, id(), purpose);
        story.tell(person.username() + " is told: " + notice.path("words").asString());
        return notice;
    }

    boolean hasNotice(Person person, String purpose) {
        return !Hackney.notices(person, id(), purpose).isEmpty();
    }

    /** What is overdue on a record, on whichever page it is. */
    static Optional<JsonNode> overdue(Person person, String record, String clock) {
        String next = "";
        do {
            var page = person.get("/api/overdue-obligations?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var row : page.body().path("items")) {
                if (row.at("/overdue/source/id").asString().equals(record)
                        && row.at("/overdue/clock").asString().equals(clock)) {
                    return Optional.of(row);
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty());
        return Optional.empty();
    }
}
