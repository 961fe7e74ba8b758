package uk.kinbridge.acceptance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/**
 * The made-up protocol of {@code docs/add-a-protocol.md} comes in through the API while the suite runs, and a referral
 * runs on it: a sixth protocol needs no line of Java.
 */
final class SixthProtocol implements Journey {

    private static final String NUMBER = "/api/contacts/now?area=borsetshire&need=child-protection";
    private static final String DRAFT = "/api/protocols/drafts/borsetshire@1";
    private static final String CHILDREN = "borsetshire-childrens-services";

    @Override
    public String name() {
        return "sixth-protocol";
    }

    @Override
    public String title() {
        return "Borsetshire: a made-up protocol is uploaded, proved, published by two persons, and a referral runs on it";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var astrid = suite.person("astrid.holm");
        if (astrid.get("/api/protocols/borsetshire").status() == 200) {
            story.step(
                    "Borsetshire's protocol",
                    "is in the library since an earlier play; a published version never changes");
        } else {
            published(suite, story, astrid);
        }
        numberAnswers(story, suite.person("nell.harwood"));
        referral(suite, story);
    }

    private static void published(RunningSuite suite, Story story, Person astrid) {
        var leon = suite.person("leon.baptiste");
        story.step("Anybody in Borsetshire", "asks whom to call, and nobody knows yet");
        story.must(suite.person("nell.harwood").get(NUMBER).status() == 400, "no protocol knows the area yet");

        story.step("Astrid Holm (protocol administrator)", "uploads the three files, with a slip of the pen");
        var slip = upload(
                astrid,
                file("borsetshire-1.yaml").replace("starts-on: referral.submitted", "starts-on: referral.sent"));
        story.expect(slip, 422, "a pack with an unknown event");
        slip.body()
                .path("errors")
                .forEach(error -> story.tell("refused: " + error.path("field").asString("") + " "
                        + error.path("detail").asString("")));

        story.step("Astrid Holm", "uploads them as they should be; the directory proves them");
        var uploaded = uploadedOrThere(astrid, story);
        var findings = story.expect(astrid.get(DRAFT + "/findings"), 200, "the findings");
        story.must(findings.body().path("items").isEmpty(), "nothing is wrong with it: " + findings.body());
        story.tell("linted, its worked timelines played, every run explored: no findings");

        story.step("Two persons", "publish it; the first cannot approve what she published");
        var waiting = uploaded.text("/state").equals("draft")
                ? story.expect(astrid.change(DRAFT + "/publication", uploaded.etag(), Map.of()), 200, "publishing")
                : uploaded;
        story.expect(astrid.change(DRAFT + "/approval", waiting.etag(), Map.of()), 403, "approving it herself");
        story.expect(leon.change(DRAFT + "/approval", waiting.etag(), Map.of()), 200, "Leon Baptiste approves");
        story.tell("Leon Baptiste approved it: from now on it never changes");
    }

    private static Answer upload(Person by, String pack) {
        return by.ask(
                "/api/protocols/drafts",
                Map.of(
                        "pack", pack,
                        "obligations", file("obligations.yaml"),
                        "timelines", file("timelines/borsetshire-1.yaml")));
    }

    /** A play that was broken off may have left the draft. */
    private static Answer uploadedOrThere(Person by, Story story) {
        var uploaded = upload(by, file("borsetshire-1.yaml"));
        return uploaded.status() == 409
                ? story.expect(by.get(DRAFT), 200, "the draft that is there")
                : story.expect(uploaded, 200, "uploading it");
    }

    private static void numberAnswers(Story story, Person nell) {
        story.step("Nell Harwood (recovery worker)", "asks again, at three in the morning on Boxing Day");
        var answer = story.await(
                "the number",
                () -> Optional.of(nell.get(NUMBER + "&at=2026-12-26T03:00:00Z")).filter(a -> a.status() == 200));
        story.must(answer.text("/call/telephones/0/number").equals("01632 960001"), "the number of the protocol");
        story.tell("call " + answer.text("/call/name") + ", " + answer.text("/call/telephones/0/number"));
        story.clause("BOR-04", "Children's Services, at all hours");
    }

    private static void referral(RunningSuite suite, Story story) {
        var nell = suite.person("nell.harwood");
        var olive = suite.person("olive.tranter");
        story.step("Nell Harwood", "is worried about a child, and has to say what the worry is");
        var family = new Case(story, "borsetshire", nell);
        var empty = family.referral("worry-about-a-child", CHILDREN, true, Map.of());
        story.await(
                "referral-service knows the protocol",
                () -> Optional.of(nell.create("/api/referrals", empty))
                        .filter(refused -> refused.text("/obligation").equals("BOR-03")));
        family.refused(empty, "BOR-03");
        var referral = family.refer(family.referral(
                "worry-about-a-child",
                CHILDREN,
                true,
                Map.of("texts", Map.of("worry", "The child was alone at night, twice."))));
        var id = referral.text("/id");
        story.must(referral.text("/protocol/pack").equals("borsetshire"), "it runs on the sixth protocol");
        story.clause("BOR-01", "a worry about a child goes to Children's Services");

        story.step("Olive Tranter (duty worker, Children's Services)", "is told, and acknowledges");
        family.told(olive, id, "arrived");
        family.act(olive, id, "acknowledgement", Map.of(), "acknowledged");
        family.told(nell, id, "acknowledged");
        story.clause("BOR-02", "within four working hours");

        story.step("Olive Tranter", "decides; Hugh Selby (social worker) finishes the assessment");
        family.act(olive, id, "decision", Case.saying("A child and family assessment begins."), "in-assessment");
        family.act(suite.person("hugh.selby"), id, "assessment-completion", Map.of(), "assessed");
        family.unseenBy(suite.person("tom.brandt"), id);
    }

    private static String file(String name) {
        try (var content = Objects.requireNonNull(
                SixthProtocol.class.getResourceAsStream("/sixth/" + name), "there is no " + name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
