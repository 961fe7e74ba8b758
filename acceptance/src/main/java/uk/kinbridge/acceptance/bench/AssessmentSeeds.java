package uk.kinbridge.acceptance.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;

/** Assessments that assessment-service itself has written, through its front door, to be copied. */
final class AssessmentSeeds {

    static final String COLLECTION = "assessments";

    /** The section with the most answers: all that is asked of each child. */
    static final String EACH_CHILD = "about-each-child";

    private static final int OK = 200;
    private static final int CREATED = 201;

    private AssessmentSeeds() {}

    /**
     * A child and family assessment in Salford as it is written.
     *
     * @param sections the answers, by section
     */
    record Written(String id, Map<String, Map<String, Object>> sections, Document document) {

        /** What is asked of each child counts once for each. */
        int answered() {
            return sections.values().stream()
                    .flatMap(section -> section.values().stream())
                    .mapToInt(answer -> answer instanceof Map<?, ?> each ? each.size() : 1)
                    .sum();
        }
    }

    /** Begun, with every section answered for a parent and so many children. */
    static Written written(MongoCollection<Document> collection, Person socialWorker, int children) {
        var family = family(socialWorker, children);
        var begun = begun(socialWorker, family);
        var ids = IntStream.rangeClosed(1, children)
                .mapToObj(i -> family.text("/members/" + i + "/id"))
                .toList();
        var sections = answers(ids);
        sections.forEach((section, answers) ->
                expect(socialWorker.save(path(begun.text("/id"), section), "\"0\"", Map.of("answers", answers)), OK));
        return new Written(begun.text("/id"), sections, document(collection, begun.text("/id")));
    }

    /** One that has only been begun. */
    static Document begun(MongoCollection<Document> collection, Person socialWorker) {
        return document(collection, begun(socialWorker, family(socialWorker, 1)).text("/id"));
    }

    static String path(String assessment, String section) {
        return "/api/assessments/" + assessment + "/sections/" + section;
    }

    private static Document document(MongoCollection<Document> collection, String id) {
        return Objects.requireNonNull(collection.find(Filters.eq("_id", id)).first());
    }

    private static Answer begun(Person socialWorker, Answer family) {
        return expect(
                socialWorker.create(
                        "/api/assessments",
                        Map.of(
                                "protocol",
                                "salford",
                                "kind",
                                "child-and-family",
                                "family",
                                family.text("/id"),
                                "person",
                                family.text("/members/0/id"))),
                CREATED);
    }

    private static Answer family(Person socialWorker, int children) {
        var members = new ArrayList<Map<String, String>>();
        members.add(Map.of("kind", "ADULT", "givenName", "Robin", "familyName", "Ashdown"));
        IntStream.rangeClosed(1, children)
                .forEach(i -> members.add(Map.of(
                        "kind",
                        "CHILD",
                        "givenName",
                        "Wren " + i,
                        "familyName",
                        "Ashdown",
                        "bornOn",
                        "20%02d-06-02".formatted(10 + i % 15))));
        return expect(socialWorker.create("/api/families", Map.of("members", members, "noChildren", false)), CREATED);
    }

    private static Map<String, Map<String, Object>> answers(List<String> children) {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        sections.put(
                EACH_CHILD,
                Map.of(
                        "childs-voice", each(children, "I like it best when mum is well and we go to gran's together."),
                        "seen-alone", each(children, "not-seen-alone"),
                        "why-not-alone", each(children, "Wanted to stay with the grandmother; seen alone next week."),
                        "childs-needs", each(children, List.of("school", "frightened"))));
        sections.put("young-carers", Map.of("child-gives-care", false));
        sections.put(
                "family-and-environment",
                Map.of(
                        "vulnerabilities", List.of("substance-misuse"),
                        "parenting", List.of("good-enough"),
                        "environment", List.of("none-of-these-weigh"),
                        "significant-harm", false));
        sections.put("what-protects", Map.of("what-else-protects", List.of("relatives")));
        sections.put(
                "strengths-and-wishes",
                Map.of(
                        "strengths", "Asks for help, and takes it.",
                        "own-wishes", "To be home with the children in the evening.",
                        "taking-part", "In every talk, with an advocate."));
        sections.put("planning", Map.of("planned-together", "together", "planned-with", "With Achieve."));
        sections.put(
                "judgement-of-parenting",
                Map.of("ability-to-parent", "able", "rationale", "Supported and well; kept under review."));
        return sections;
    }

    private static Map<String, Object> each(List<String> children, Object answer) {
        var answers = new LinkedHashMap<String, Object>();
        children.forEach(child -> answers.put(child, answer));
        return answers;
    }

    static Answer expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new NotMeasurable("the suite answers " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
