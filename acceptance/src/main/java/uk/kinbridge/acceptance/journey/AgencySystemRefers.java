package uk.kinbridge.acceptance.journey;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import uk.kinbridge.acceptance.suite.AgencySystem;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** HAC-01, HAC-02, HAC-17: an agency's own system refers, and every rule holds for it as for a person. */
final class AgencySystemRefers implements Journey {

    private static final String REQUESTS = "/api/fhir/R4/ServiceRequest/";

    @Override
    public String name() {
        return "agency-system-refers";
    }

    @Override
    public String title() {
        return "Hackney: the case management system refers by message; sent twice, updated, cancelled, refused";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var system = suite.system("hackney-childrens-social-care-system");
        var hackney = new Hackney(suite);
        var message = new SystemMessage(UUID.randomUUID());
        refused(system, message, story);
        var id = sent(system, message, story);
        received(hackney, suite.system("hackney-alcohol-treatment-system"), id, story);
        updated(system, message, hackney, id, story);
        cancelled(system, message, hackney, id, story);
    }

    private static void refused(AgencySystem system, SystemMessage message, Story story) {
        story.step("The case management system", "sends a referral without the assessment paperwork");
        var refusal =
                story.expect(system.send(message.referral(false), UUID.randomUUID()), 422, "what lacks paperwork");
        var issue = refusal.body().path("issue").path(0);
        story.must(
                issue.at("/details/coding/0/code").asString().equals("REC_UNPROCESSABLE_ENTITY"),
                "the error is the standard's");
        story.must(issue.at("/details/coding/1/code").asString().equals("HAC-02"), "the outcome cites HAC-02");
        story.tell("refused: " + issue.path("diagnostics").asString());
        story.clause("HAC-02", "assessment paperwork and an outline go with the referral, whoever sends it");
    }

    private static String sent(AgencySystem system, SystemMessage message, Story story) {
        story.step("The case management system", "sends it complete");
        var request = UUID.randomUUID();
        var answer = story.expect(system.send(message.referral(true), request), 200, "the complete message");
        var id = requestIn(answer).path("id").asString();
        story.must(answer.text("/entry/0/resource/response/code").equals("ok"), "the answer says ok");
        story.tell("the answer names the referral: ServiceRequest/" + id);

        story.step("The case management system", "got no answer, it believes, and sends it again");
        var again = story.expect(system.send(message.referral(true), request), 409, "the same message");
        story.must(again.text("/issue/0/code").equals("duplicate"), "the outcome says duplicate");
        story.must(again.text("/issue/0/diagnostics").contains(id), "it names the one referral");
        story.tell("answered: " + again.text("/issue/0/diagnostics"));
        return id;
    }

    private static void received(Hackney hackney, AgencySystem other, String id, Story story) {
        story.step("Leila Haddad (Safeguarding Lead)", "finds it as she would one that a person sent");
        var seen = story.expect(hackney.safeguardingLead.get("/api/referrals/" + id), 200, "reading the referral");
        story.must(seen.text("/disclosed/subject/familyName").equals("Ashdown"), "the parent is named");
        story.must(seen.text("/disclosed/children/0/givenName").equals("Wren"), "the child is named");
        story.must(seen.body().path("documents").size() == 1, "the paperwork is there, once");
        Hackney.awaitNotice(story, hackney.safeguardingLead, id, "referral-arrived");
        story.clocks(seen);
        story.clause("HAC-01", "to the Safeguarding Lead of the treatment provider");
        story.clause("HAC-17", "receipt is checked: a person acknowledges");

        story.step("The system of another agency", "sees nothing of it");
        story.expect(other.get(REQUESTS + id), 404, "another agency's look at the referral");
        story.tell("not found, as if it did not exist");
    }

    private static void updated(AgencySystem system, SystemMessage message, Hackney hackney, String id, Story story) {
        story.step("The case management system", "reads it, and puts an answer right");
        var read = story.expect(system.get(REQUESTS + id), 200, "reading the ServiceRequest");
        var version = read.text("/meta/versionId");
        story.expect(
                system.send(message.updated(id, version, "It is opiates, not alcohol."), UUID.randomUUID()),
                200,
                "the update");
        var seen = story.expect(hackney.safeguardingLead.get("/api/referrals/" + id), 200, "reading the referral");
        story.must(
                seen.text("/texts/treatment-issue-outline").equals("It is opiates, not alcohol."),
                "the receiver reads the new answer");
        story.tell("the story keeps what was said before");

        story.step("The case management system", "updates what it has not read again");
        var stale = story.expect(
                system.send(message.updated(id, version, "Something else."), UUID.randomUUID()), 409, "a stale update");
        story.must(stale.text("/issue/0/code").equals("conflict"), "the outcome says conflict");
        story.tell("answered: " + stale.text("/issue/0/diagnostics"));
    }

    private static void cancelled(AgencySystem system, SystemMessage message, Hackney hackney, String id, Story story) {
        story.step("The case management system", "takes it back");
        story.expect(
                system.send(message.cancelled(id, "The family has moved away."), UUID.randomUUID()),
                200,
                "the cancellation");
        var read = story.expect(system.get(REQUESTS + id), 200, "reading the ServiceRequest");
        story.must(read.text("/status").equals("revoked"), "its status is revoked");
        var seen = story.expect(hackney.safeguardingLead.get("/api/referrals/" + id), 200, "reading the referral");
        story.must(seen.text("/state").equals("withdrawn"), "the receiver sees it withdrawn");
        story.tell("withdrawn; the receiver keeps the story");
    }

    private static JsonNode requestIn(Answer answer) {
        for (var entry : answer.body().path("entry")) {
            if (entry.at("/resource/resourceType").asString().equals("ServiceRequest")) {
                return entry.path("resource");
            }
        }
        throw new NotAsTheProtocolWants("the answer names no ServiceRequest");
    }
}
