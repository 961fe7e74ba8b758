package uk.kinbridge.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** SAL-27: four levels, each with its people and its clock; the board from the third on; up by itself. */
final class SalfordFourLevels implements Journey {

    @Override
    public String name() {
        return "salford-four-levels";
    }

    @Override
    public String title() {
        return "Salford: a disagreement climbs through all four levels (moves the suite's time by some working days)";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var salford = new Salford(suite);
        var joel = salford.recoveryCoordinator;
        story.step("Joel Marsden (recovery coordinator)", "disagrees with the Bridge's decision not to visit");
        var raised = story.expect(
                joel.create("/api/disagreements", Ladder.onADecision("salford", Salford.BRIDGE, List.of())),
                201,
                "raising the disagreement");
        var ladder = new Ladder(suite, story, raised.text("/id"));
        story.tell("disagreement " + raised.text("/reference") + ": " + raised.text("/holds"));
        story.clocks(raised);
        ladder.awaitNotice(salford.socialWorker, "level-1-answering");
        story.clause("SAL-27", "level 1: the practitioners talk to one another");
        practitioners(salford, ladder, story);
        managers(salford, ladder, story);
        namedProfessionals(salford, ladder, story);
        guidance(suite, salford, ladder, story);
        nobodySettlesLevelThree(salford, ladder, story);
        seniorManagement(salford, ladder, story);
    }

    private static void practitioners(Salford salford, Ladder ladder, Story story) {
        story.step("Both sides", "record their discussion; they do not agree");
        ladder.discuss(salford.recoveryCoordinator, "The child has not been seen for two weeks.", false);
        ladder.discuss(salford.socialWorker, "The school saw the child on Friday.", false);
        ladder.notFor(salford.midwife, "a third agency");
        ladder.notFor(salford.analyst, "the board, before level 3");

        story.step("Nobody", "settles it in time: it goes to the managers by itself");
        ladder.passUntil(salford.recoveryCoordinator, "dueAt");
        ladder.awaitLevel(salford.recoveryCoordinator, 2);
        ladder.awaitNotice(salford.bridgeManager, "level-2-answering");
        ladder.awaitNotice(salford.recoveryManager, "level-2-raising");
        story.clause("SAL-27", "level 2: managers with their opposite numbers");
    }

    private static void managers(Salford salford, Ladder ladder, Story story) {
        story.step("Carlton Dube (manager)", "wants to go further at once, and has to tell the Bridge first");
        var refused = ladder.attempt(salford.recoveryManager, "next-level", Map.of("reason", "No visit is planned."));
        story.must(refused.status() == 409, "without advice beforehand it is refused");
        story.must(refused.text("/type").equals("/problems/advise-first"), "the refusal says what to do first");
        story.tell("refused: " + refused.text("/detail"));
        ladder.act(salford.recoveryManager, "intention", Map.of());
        ladder.awaitNotice(salford.bridgeManager, "level-2-intention");
        ladder.act(salford.recoveryManager, "next-level", Map.of("reason", "No visit is planned."));
        story.clause("SAL-27", "the other agency is advised of the intention beforehand");
    }

    private static void namedProfessionals(Salford salford, Ladder ladder, Story story) {
        story.step("Level 3", "has the named nurse and the safeguarding lead; the board's team is told");
        ladder.awaitLevel(salford.namedNurse, 3);
        ladder.awaitNotice(salford.namedNurse, "level-3-raising");
        ladder.awaitNotice(salford.bridgeLead, "level-3-answering");
        ladder.awaitNotice(salford.analyst, "level-3-board");
        story.expect(salford.analyst.get("/api/disagreements/" + ladder.id()), 200, "the board reads it by name");
        ladder.discuss(salford.namedNurse, "Two weeks are too long for a child of this age.", false);
        story.clause("SAL-27", "level 3: named professionals with their equivalents, the board's team told");
    }

    private static void guidance(RunningSuite suite, Salford salford, Ladder ladder, Story story) {
        story.step("Silas Orme (administrator of the partnership)", "names its link person to the recovery service");
        var administrator = suite.person("silas.orme");
        var linkPerson = suite.person("lowenna.trask");
        var partnership = "/api/agencies/salford-safeguarding-partnership";
        var entry = story.expect(administrator.get(partnership), 200, "reading the partnership's entry");
        story.expect(
                administrator.put(
                        partnership + "/link-practitioners",
                        entry.etag(),
                        Map.of(
                                "items",
                                List.of(Map.of("toAgency", Salford.ACHIEVE, "username", linkPerson.username())))),
                200,
                "naming the link person");

        story.step("Carlton Dube (manager)", "asks the link person for guidance");
        ladder.act(
                salford.recoveryManager,
                "inquiries",
                Map.of("kind", "link-person", "question", "May a visit wait while the school sees the child?"));
        ladder.awaitNotice(linkPerson, "link-person-1");
        ladder.awaitNotice(salford.analyst, "link-person-1-informed");
        ladder.act(
                linkPerson, "inquiries/1/reply", Map.of("words", "No: the child is seen alone, by a social worker."));
        ladder.awaitNotice(salford.recoveryManager, "link-person-answered-1");
        story.clause("SAL-27", "guidance from the named link person, the board's representative informed");
    }

    private static void nobodySettlesLevelThree(Salford salford, Ladder ladder, Story story) {
        story.step("Time", "passes; before it goes up the other agency is advised by itself");
        ladder.passUntil(salford.namedNurse, "warnAt");
        ladder.awaitNotice(salford.bridgeLead, "level-3-intention");
        ladder.passUntil(salford.namedNurse, "dueAt");
        ladder.awaitLevel(salford.namedNurse, 4);
    }

    private static void seniorManagement(Salford salford, Ladder ladder, Story story) {
        story.step("Level 4", "has the senior managers, who settle it");
        ladder.awaitNotice(salford.recoverySenior, "level-4-raising");
        ladder.awaitNotice(salford.bridgeSenior, "level-4-answering");
        var due = Instant.parse(
                ladder.clock(ladder.read(salford.bridgeSenior)).path("dueAt").asString());
        ladder.propose(
                salford.bridgeSenior,
                Salford.BRIDGE,
                "A social worker visits and sees the child alone.",
                due.plus(Duration.ofDays(1)));
        var notHis = ladder.attempt(
                salford.bridgeSenior, "confirmation", Map.of("child", "SAFER", "words", "It is settled."));
        story.must(notHis.status() == 403, "nobody else can close it: " + notHis.text("/detail"));
        story.clause("DOR-12", "who raised it is protected from its being closed quietly");

        story.step("Joel Marsden", "says that it is resolved, and that the child is safer");
        var resolved = ladder.confirm(salford.recoveryCoordinator, "The child was seen today.");
        story.must(resolved.text("/stage/status").equals("RESOLVED"), "it is resolved");
        story.must(Ladder.levels(resolved).equals(List.of(1, 2, 3, 4)), "no level was skipped, none came twice");
        ladder.awaitNotice(salford.analyst, "resolved");
        story.clause("SAL-27", "level 4: further senior management");
        var patterns = story.expect(
                salford.analyst.get("/api/disagreements/patterns?area=salford"), 200, "the board's patterns");
        story.tell("the board sees, without a name: " + patterns.body().path("summary"));
    }
}
