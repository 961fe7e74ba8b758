package uk.kinbridge.acceptance.journey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-07, SAL-16, SAL-24, SAL-31, HAC-21: two services write one assessment, plan it together and both sign. */
final class SalfordJointAssessment implements Journey {

    @Override
    public String name() {
        return "salford-joint-assessment";
    }

    @Override
    public String title() {
        return "Salford: Children's Services and the recovery coordinator assess together";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var salford = new Salford(suite);
        var maeve = salford.socialWorker;
        var joel = salford.recoveryCoordinator;
        story.step("Maeve Torrance (social worker)", "begins a child and family assessment");
        var family = story.expect(new Hackney(suite).registerFamily(maeve), 201, "registering the family");
        var child = family.text("/members/1/id");
        var assessment = Assessing.begin(
                story,
                maeve,
                "salford",
                "child-and-family",
                family.text("/id"),
                family.text("/members/0/id"),
                Map.of());
        story.expect(
                joel.get("/api/assessments/" + assessment.id()), 404, "hidden from who does not work with the family");

        story.step("Maeve Torrance", "brings in the recovery coordinator, who works with the family too");
        var record = story.expect(maeve.get("/api/families/" + family.text("/id")), 200, "the family's record");
        story.expect(
                maeve.change(
                        "/api/families/" + family.text("/id") + "/agencies",
                        record.etag(),
                        Map.of("agency", "achieve-salford", "basis", "PUBLIC_TASK", "words", "In treatment there.")),
                200,
                "the recovery service works with the family");
        assessment.act(maeve, "agencies", Map.of("agency", "achieve-salford", "basis", "In treatment there."), 200);

        story.step("Maeve Torrance and Joel Marsden", "write their own sections at the same time");
        fill(assessment, maeve, child);
        assessment.type(
                joel,
                "recovery-coordinator",
                Map.of("coordinators-account", "Six months without drink; comes weekly."));
        story.tell("each section has its owner and a version of its own");
        separate(story, assessment, maeve, joel);
        assessment.decide(maeve, "Both services see it so.");

        attach(suite, story, assessment, family);

        story.step("Maeve Torrance", "tries to complete it before it was planned together");
        var unplanned = assessment.act(maeve, "completion", Map.of(), 409);
        story.must(unplanned.text("/obligation").equals("SAL-07"), "the refusal cites SAL-07");
        assessment.act(joel, "joint-plan", Map.of("words", "Met on Monday; each writes their part."), 200);
        assessment.act(
                joel,
                "meetings",
                Map.of(
                        "kind",
                        "JOINT_VISIT",
                        "heldAt",
                        family.text("/registeredAt"),
                        "words",
                        "At home, both workers.",
                        "agencies",
                        List.of("achieve-salford", "salford-childrens-services")),
                200);
        story.clause("SAL-07", "planned jointly with the other professionals involved");

        story.step("Both", "sign, and Maeve Torrance completes it");
        assessment.act(maeve, "signatures", Map.of(), 200);
        var half = assessment.act(maeve, "completion", Map.of(), 409);
        story.must(half.text("/type").endsWith("signature-missing"), "one signature is not enough");
        assessment.act(joel, "signatures", Map.of(), 200);
        var completed = assessment.act(maeve, "completion", Map.of(), 200);
        story.must(completed.text("/state").equals("COMPLETE"), "it is complete");
        story.clause("HAC-21", "a joint visit, and both agencies sign");
    }

    private static void fill(Assessing assessment, Person maeve, String child) {
        assessment.shared(maeve, child, "substance-misuse");
        assessment.type(maeve, "young-carers", Map.of("child-gives-care", false));
        assessment.type(maeve, "planning", Map.of("planned-together", "together", "planned-with", "With Achieve."));
        assessment.type(
                maeve,
                "judgement-of-parenting",
                Map.of("ability-to-parent", "able", "rationale", "Supported and well; kept under review."));
    }

    /** Without a decision to share, each sees that the other's section is there, and no more (SAL-16). */
    private static void separate(Story story, Assessing assessment, Person maeve, Person joel) {
        var section = section(assessment.read(maeve), "recovery-coordinator");
        story.must(section.path("outline").asBoolean(), "the other's part is an outline without a decision to share");
        story.must(section.path("answers").isEmpty(), "none of its answers is shown");
        story.must(
                section(assessment.read(joel), "recovery-coordinator")
                        .path("answers")
                        .has("coordinators-account"),
                "one's own part is seen whole");
        story.expect(
                joel.save(
                        "/api/assessments/" + assessment.id() + "/sections/planning",
                        "\"1\"",
                        Map.of("answers", Map.of("planned-with", "Somebody else."))),
                403,
                "writing in the other's section");
        story.tell("each sees of the other's part what a decision to share allows");
    }

    /** A document belongs to the agency of its section; the other opens it where the decision on sharing lets it. */
    private static void attach(RunningSuite suite, Story story, Assessing assessment, Answer family) {
        var salford = new Salford(suite);
        var maeve = salford.socialWorker;
        var joel = salford.recoveryCoordinator;
        story.step("Maeve Torrance", "adds a letter of the school to her section");
        var here = "/api/assessments/" + assessment.id() + "/sections/planning/attachments";
        var program = new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0};
        story.expect(maeve.upload(here, "letter.pdf", "application/pdf", program), 415, "a program called a letter");
        var letter = "Wren is often tired and was late on ten days.".getBytes(StandardCharsets.UTF_8);
        story.expect(maeve.upload(here, "letter.txt", "text/plain", letter), 200, "the letter");
        var attached = section(assessment.read(maeve), "planning").path("attachments");
        story.must(attached.size() == 1, "the letter, and only the letter, goes with the section");
        var content = attached.at("/0/_links/self/href").asString();
        story.must(holds(maeve, content, letter), "it comes back as it was");
        story.must(joel.download(content).isEmpty(), "the other agency does not find it without a decision to share");
        story.must(suite.person("owen.price").download(content).isEmpty(), "nor does anybody who has no part in it");
        story.must(
                maeve.download(content.replace("/planning/", "/young-carers/")).isEmpty(),
                "under another section it is not found");

        story.step("Maeve Torrance", "decides to share the assessment with the recovery service");
        story.expect(
                maeve.create(
                        "/api/families/" + family.text("/id") + "/sharing-decisions",
                        Map.of(
                                "protocol",
                                "salford",
                                "recipient",
                                "achieve-salford",
                                "about",
                                List.of(family.text("/members/0/id")),
                                "sharing",
                                Map.of(
                                        "purpose",
                                        "JOINT_WORK",
                                        "reason",
                                        "One assessment of both services.",
                                        "consents",
                                        List.of(Map.of(
                                                "personId",
                                                family.text("/members/0/id"),
                                                "answer",
                                                "GIVEN",
                                                "how",
                                                "Asked at the visit."))))),
                201,
                "the decision to share");
        story.must(holds(joel, content, letter), "now the recovery coordinator opens the letter");
        story.clause("SAL-16", "a document of a section goes as far as the decision on sharing, and no further");
    }

    private static boolean holds(Person who, String path, byte[] content) {
        return who.download(path).filter(file -> Arrays.equals(file, content)).isPresent();
    }

    private static tools.jackson.databind.JsonNode section(Answer assessment, String id) {
        return assessment
                .body()
                .path("sections")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
