package uk.kinbridge.acceptance.journey;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;

/** One assessment, as a journey writes it. */
final class Assessing {

    private final Story story;
    private final String id;

    private Assessing(Story story, String id) {
        this.story = story;
        this.id = id;
    }

    /** Begun by that person; what else is said comes in {@code said}. */
    static Assessing begin(
            Story story, Person by, String protocol, String kind, String family, String person, Map<String, ?> said) {
        var body = new java.util.HashMap<String, Object>(
                Map.of("protocol", protocol, "kind", kind, "family", family, "person", person));
        body.putAll(said);
        var begun = story.expect(by.create("/api/assessments", body), 201, "beginning an assessment");
        story.tell("assessment %s: %s, on form %s"
                .formatted(begun.text("/reference"), begun.text("/title"), begun.text("/protocol/form")));
        return new Assessing(story, begun.text("/id"));
    }

    static Assessing of(Story story, String id) {
        return new Assessing(story, id);
    }

    String id() {
        return id;
    }

    Answer read(Person who) {
        return story.expect(who.get("/api/assessments/" + id), 200, "reading the assessment");
    }

    /** What was typed in a section is saved, right or wrong. */
    Answer type(Person who, String section, Map<String, ?> answers) {
        long version = 0;
        for (var one : read(who).body().path("sections")) {
            if (one.path("id").asString().equals(section)) {
                version = one.path("version").asLong();
            }
        }
        return story.expect(
                who.save(
                        "/api/assessments/" + id + "/sections/" + section,
                        "\"" + version + "\"",
                        Map.of("answers", answers)),
                200,
                "saving the section " + section);
    }

    /** Somebody acts on it. */
    Answer act(Person who, String act, Map<String, ?> said, int status) {
        var etag = read(who).etag();
        return story.expect(
                who.change("/api/assessments/" + id + "/" + act, etag, said), status, act.replace('-', ' '));
    }

    /** Decides on the risk as the model proposes. */
    Answer decide(Person who, String reason) {
        var proposed = read(who).text("/proposed/level");
        return act(who, "risk-decision", Map.of("level", proposed, "reason", reason), 200);
    }

    /** What stands against completing it names that question, under that obligation. */
    void incomplete(Person who, String question, String obligation) {
        var refused = act(who, "completion", Map.of(), 422);
        var found = finding(refused, question);
        story.must(!found.isMissingNode(), "the refusal names the question " + question + ": " + refused.body());
        story.must(
                found.path("obligations")
                        .valueStream()
                        .anyMatch(one -> one.asString().equals(obligation)),
                "the finding cites " + obligation + ": " + found);
        story.tell("not complete: " + found.path("reason").asString());
        story.clause(obligation, "an incomplete assessment is refused, and nothing typed is lost");
    }

    static JsonNode finding(Answer answer, String question) {
        for (var finding : answer.body().path("findings")) {
            if (finding.path("question").asString("").equals(question)) {
                return finding;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** The sections that England's forms share, answered for a family that nothing much worries. */
    void shared(Person who, String child, String vulnerability) {
        type(
                who,
                "about-each-child",
                Map.of(
                        "childs-voice", Map.of(child, "I want mum to be well."),
                        "seen-alone", Map.of(child, "seen-alone"),
                        "childs-needs", Map.of(child, List.of("nothing-that-worries"))));
        environment(who, vulnerability);
        type(who, "what-protects", Map.of("what-else-protects", List.of("relatives")));
        type(
                who,
                "strengths-and-wishes",
                Map.of(
                        "strengths", "Asks for help.",
                        "own-wishes", "To be home with the child.",
                        "taking-part", "In every talk, with an advocate."));
    }

    void environment(Person who, String vulnerability) {
        type(
                who,
                "family-and-environment",
                Map.of(
                        "vulnerabilities", List.of(vulnerability),
                        "parenting", List.of("good-enough"),
                        "environment", List.of("none-of-these-weigh"),
                        "significant-harm", false));
    }
}
