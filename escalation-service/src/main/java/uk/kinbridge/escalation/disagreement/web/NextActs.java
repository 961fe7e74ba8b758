package uk.kinbridge.escalation.disagreement.web;

import uk.kinbridge.escalation.disagreement.Disagreement;
import uk.kinbridge.escalation.disagreement.DisagreementAccess;
import uk.kinbridge.escalation.disagreement.Rules;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.web.link.Links;

/** What the caller may do next with a disagreement. */
final class NextActs {

    private NextActs() {}

    static Links of(Disagreement d, Rules rules, Caller caller) {
        var self = "/api/disagreements/" + d.id();
        var open = d.isOpen();
        var speaks = open && DisagreementAccess.speak(caller, d, rules).isGranted();
        var judges = open
                && d.proposal() != null
                && DisagreementAccess.judge(caller, d, rules).isGranted();
        var above = rules.above(d.stage().level());
        var adviceMissing = above.filter(rung -> rung.adviseBeforehand()
                        && d.stage().advisedAt() == null
                        && !d.matter().isUrgent())
                .isPresent();
        var links = Links.self(self)
                .when(speaks, "discuss", "POST", self + "/discussions")
                .when(speaks && adviceMissing, "advise", "POST", self + "/intention")
                .when(speaks && above.isPresent() && !adviceMissing, "go-up", "POST", self + "/next-level")
                .when(speaks, "propose", "POST", self + "/proposal")
                .when(judges, "confirm", "POST", self + "/confirmation")
                .when(judges, "decline", "POST", self + "/objection")
                .when(
                        open && DisagreementAccess.declareRisk(caller, d, rules).isGranted(),
                        "declare-immediate-risk",
                        "POST",
                        self + "/immediate-risk")
                .when(
                        open && DisagreementAccess.handOver(caller, d, rules).isGranted(),
                        "hand-over-voice",
                        "POST",
                        self + "/voice")
                .when(DisagreementAccess.note(caller, d, rules).isGranted(), "note", "POST", self + "/notes");
        for (var offer : rules.ladder().guidance()) {
            var kind = offer.id().value();
            links = links.when(
                    DisagreementAccess.inquire(caller, d, kind, rules).isGranted(),
                    "ask-" + kind,
                    "POST",
                    self + "/inquiries");
        }
        for (var inquiry : d.inquiries()) {
            links = links.when(
                    inquiry.reply() == null
                            && DisagreementAccess.reply(caller, d, rules).isGranted(),
                    "answer-" + inquiry.number(),
                    "POST",
                    self + "/inquiries/" + inquiry.number() + "/reply");
        }
        for (int number : d.undertakingsOwed()) {
            links = links.when(
                    DisagreementAccess.fulfil(caller, d, number, rules).isGranted(),
                    "undertaking-" + number + "-done",
                    "POST",
                    self + "/undertakings/" + number + "/fulfilment");
        }
        return links;
    }
}
