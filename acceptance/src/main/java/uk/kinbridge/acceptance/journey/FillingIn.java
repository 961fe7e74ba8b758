package uk.kinbridge.acceptance.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;

/** An assessment that somebody fills in, question by question. */
final class FillingIn {

    private static final int MOST_TRIES = 60;

    private final Story story;
    private final Person worker;
    private final String path;
    private final JsonNode form;
    private final String parent;

    private FillingIn(Story story, Person worker, Answer begun, String parent) {
        this.story = story;
        this.worker = worker;
        this.path = "/api/assessments/" + begun.text("/id");
        this.parent = parent;
        this.form = story.expect(worker.get("/api/forms/" + begun.text("/protocol/form")), 200, "reading the form")
                .body();
    }

    static FillingIn begin(Story story, Person worker, Case family, String protocol, String kind, List<String> facts) {
        var begun = story.expect(
                worker.create(
                        "/api/assessments",
                        Map.of(
                                "protocol", protocol,
                                "kind", kind,
                                "family", family.family(),
                                "person", family.parent(),
                                "facts", facts)),
                201,
                "beginning the assessment");
        story.tell("assessment %s: %s".formatted(begun.text("/reference"), begun.text("/title")));
        return new FillingIn(story, worker, begun, family.parent());
    }

    String path() {
        return path;
    }

    Answer seen() {
        return story.expect(worker.get(path), 200, "reading the assessment");
    }

    /** Saves one answer in its section; what is said about it comes back. */
    JsonNode type(String question, Object answer) {
        return save(question, Map.of(question, answer));
    }

    /** Takes an answer away again. */
    void takeAway(String question) {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put(question, null);
        save(question, nothing);
    }

    private JsonNode save(String question, Map<String, ?> answers) {
        String section = sectionOf(question).path("id").asString();
        var saved = story.expect(
                worker.patch(
                        path + "/sections/" + section,
                        "\"" + version(section) + "\"",
                        Map.of("answers", answers)),
                200,
                "saving '" + question + "'");
        return saved.body().path("findings");
    }

    /** What stands in a section now. */
    JsonNode answers(Answer assessment, String section) {
        for (var part : assessment.body().path("sections")) {
            if (part.path("id").asString().equals(section)) {
                return part.path("answers");
            }
        }
        throw new NotAsTheProtocolWants("the assessment has no section '" + section + "'");
    }

    private long version(String section) {
        for (var part : seen().body().path("sections")) {
            if (part.path("id").asString().equals(section)) {
                return part.path("version").asLong();
            }
        }
        throw new NotAsTheProtocolWants("the assessment has no section '" + section + "'");
    }

    /** Tries to complete it; the refusal says what is missing. */
    JsonNode refusedCompletion() {
        var refused = story.expect(complete(), 422, "completing it too early");
        return refused.body().path("findings");
    }

    private Answer complete() {
        return worker.change(path + "/completion", seen().etag(), Map.of());
    }

    /** Answers whatever a refusal names, until nothing stands against completing it. */
    void answerWhatIsMissing() {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var answer = complete();
            if (answer.status() != 422) {
                story.must(answer.status() == 200 || answer.status() == 409, "it can be completed");
                return;
            }
            for (var finding : answer.body().path("findings")) {
                answer(finding);
            }
        }
        throw new NotAsTheProtocolWants("something stands against completing it, whatever is answered");
    }

    private void answer(JsonNode finding) {
        story.must(!finding.path("question").asString("").isEmpty(), "a question is named: " + finding);
        String question = finding.path("question").asString();
        String about = finding.path("about").asString("");
        Object given = harmless(question(question));
        type(question, about.isEmpty() ? given : Map.of(about, given));
    }

    /** Decides on the risk as it is proposed, and completes it. */
    void decideAndComplete(String reason) {
        var now = seen();
        story.expect(
                worker.change(
                        path + "/risk-decision",
                        now.etag(),
                        Map.of("level", now.text("/proposed/level"), "reason", reason)),
                200,
                "deciding on the risk");
        story.expect(complete(), 200, "completing the assessment");
    }

    private Object harmless(JsonNode question) {
        String first = question.path("options").path(0).path("id").asString("");
        return switch (question.path("answer").asString()) {
            case "yes-no" -> false;
            case "date" -> "2026-03-02";
            case "count" -> 1;
            case "measure", "scale" -> question.path("from").asInt(0);
            case "choice" -> first;
            case "choices" -> List.of(first);
            case "members" -> List.of(parent);
            default -> "As it was told.";
        };
    }

    private JsonNode sectionOf(String question) {
        for (var section : form.path("sections")) {
            for (var asked : section.path("questions")) {
                if (asked.path("id").asString().equals(question)) {
                    return section;
                }
            }
        }
        throw new NotAsTheProtocolWants("the form does not ask '" + question + "'");
    }

    private JsonNode question(String id) {
        for (var asked : sectionOf(id).path("questions")) {
            if (asked.path("id").asString().equals(id)) {
                return asked;
            }
        }
        throw new NotAsTheProtocolWants("the form does not ask '" + id + "'");
    }

    /** Whether a list of findings or reasons cites that obligation. */
    static boolean cites(JsonNode said, String obligation) {
        for (var one : said) {
            for (var cited : one.path("obligations")) {
                if (cited.asString().equals(obligation)) {
                    return true;
                }
            }
        }
        return false;
    }
}
