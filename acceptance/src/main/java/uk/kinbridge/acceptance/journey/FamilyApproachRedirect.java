package uk.kinbridge.acceptance.journey;

import java.util.Map;
import java.util.Optional;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;
import uk.kinbridge.acceptance.suite.RunningSuite;

/** FAP-14, ENG-19: no referral is bounced; who redirects it stays responsible until it is taken, and all hear of it. */
final class FamilyApproachRedirect implements Journey {

    @Override
    public String name() {
        return "family-approach-redirect";
    }

    @Override
    public String title() {
        return "Family Approach: a referral that belongs to another area is handed on, and never bounced";
    }

    @Override
    public void play(RunningSuite suite, Story story) {
        var ewan = suite.person("ewan.galbraith");
        var callum = suite.person("callum.reeve");
        var rory = suite.person("rory.hescott");

        story.step("Ewan Galbraith (adult services, Southampton)", "refers a child");
        var family = new Case(story, "family-approach", ewan);
        var referral = family.refer(family.referral(
                "child-at-risk",
                "southampton-childrens-services",
                true,
                Map.of("texts", Map.of("talk-with-family", "They agree.", "concern", "Sleeps on a floor."))));
        var id = referral.text("/id");
        family.unseenBy(rory, id);

        story.step("Callum Reeve (duty worker, Southampton)", "redirects it: the child lives in Portsmouth now");
        var redirected = family.act(
                callum,
                id,
                "redirection",
                Map.of("toAgency", "portsmouth-childrens-services", "reason", "Moved to Portsmouth in October."),
                "redirected");
        story.clocks(redirected);
        story.must(
                story.clock(redirected, "decide")
                        .path("owner")
                        .path("agency")
                        .asString()
                        .equals("southampton-childrens-services"),
                "Southampton still owes the decision");
        var asked = Hackney.awaitNotice(story, rory, id, "asked-to-take");
        story.tell("Rory Hescott is asked: " + asked.path("action").asString());
        story.must(asked.path("action").asString().contains(", by "), "he is told by when");
        family.told(ewan, id, "redirected");
        story.clause("FAP-14", "Southampton stays responsible until Portsmouth has taken it");

        story.step("Rory Hescott (duty worker, Portsmouth)", "cannot take it yet, and says why");
        family.act(
                rory, id, "redirection/refusal", Case.saying("The address is still in Southampton."), "acknowledged");
        family.unseenBy(rory, id);
        family.told(callum, id, "redirection-declined");
        family.told(ewan, id, "stays-after-redirection");
        story.await("that Rory Hescott is asked no longer", () -> settled(rory, id, 1));
        story.clause("FAP-14", "Callum Reeve knows that it is his again, and Ewan Galbraith who has it");

        story.step("Callum Reeve", "has checked the address and redirects it again");
        family.act(
                callum,
                id,
                "redirection",
                Map.of("toAgency", "portsmouth-childrens-services", "reason", "The new tenancy is confirmed."),
                "redirected");

        story.step("Rory Hescott", "takes it");
        var taken = family.act(rory, id, "redirection/acceptance", Map.of(), "passed-on");
        story.must(!story.clock(taken, "decide").path("metAt").isMissingNode(), "Southampton is relieved only now");
        family.told(callum, id, "redirection-accepted");
        family.told(ewan, id, "redirection-accepted");
        story.await("that Rory Hescott has answered both times", () -> settled(rory, id, 2));
        story.await(
                "that Callum Reeve is not asked to take it up any more",
                () -> acknowledged(callum, id, "redirection-declined", 1));
        story.clause("ENG-19", "whoever waited for the answer has heard it");
        story.clause("FAP-14", "taken by name; nobody was left without an owner in between");

        story.step("Rory Hescott", "finds the referral of his own agency, linked to the first, with its own clocks");
        var own = story.await("the referral of Portsmouth", () -> linked(rory, "/api/referrals/" + id));
        story.clocks(own);
        story.must(
                story.clock(own, "decide")
                        .path("owner")
                        .path("agency")
                        .asString()
                        .equals("portsmouth-childrens-services"),
                "Portsmouth owes the decision now");
    }

    private static Optional<Integer> settled(Person who, String referral, int times) {
        return acknowledged(who, referral, "asked-to-take", times);
    }

    /** So many notices of that purpose, all of which have what they asked for. */
    private static Optional<Integer> acknowledged(Person who, String referral, String purpose, int times) {
        var notices = Hackney.notices(who, referral, purpose);
        return notices.size() == times
                        && notices.stream()
                                .allMatch(one -> one.path("state").asString().equals("acknowledged"))
                ? Optional.of(times)
                : Optional.empty();
    }

    private static Optional<Answer> linked(Person who, String first) {
        for (var row : who.get("/api/worklist?limit=100").body().path("items")) {
            var referral = who.get("/api/referrals/" + row.path("id").asString());
            if (referral.text("/_links/earlier/href").equals(first)) {
                return Optional.of(referral);
            }
        }
        return Optional.empty();
    }
}
