package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.escalation.post.Posts;

/**
 * The voice of the one who raised it. A disagreement whose raiser has left must not lie there, and must not be closed
 * quietly either: the voice stays on their side, changes hands in the open, and they may take it back (DOR-12).
 */
record Voice(Draft draft, Rules rules, Instant now) {

    private static final String ASK = "Say who speaks for it now";

    void handOver(Actor by, Actor to, String reason) {
        var former = draft.sides.speaker();
        draft.sides = draft.sides.spokenForBy(to);
        draft.write(
                now,
                "voice.handed-over",
                "%s speaks now for what %s raised. Reason: %s"
                        .formatted(to.name(), draft.sides.raisedBy().name(), reason),
                by,
                rules.obligations());
        var known = telling("%s speaks now for the one who raised it".formatted(to.name()));
        draft.tellPerson(known.asking("Say whether it is resolved, when it is"), to, now);
        List.of(former, draft.sides.raisedBy()).stream()
                .filter(person -> !person.person().equals(to.person()))
                .map(person -> new Addressee(person.agency(), "practitioner", person.person()))
                .distinct()
                .forEach(person -> draft.tell(known, person, now));
        draft.tellSeat(known, draft.steps.getLast().answering(), now);
        draft.readers.forEach(agency -> draft.tell(known, new Addressee(agency, "board-analyst", null), now));
    }

    /** Nobody could say whether it is resolved: the raiser's own side hears of it on every rung until somebody can. */
    void lookFor(Posts posts) {
        var speaker = draft.sides.speaker();
        if (!posts.presence(speaker.agency(), speaker.person(), now).isMissing()) {
            return;
        }
        var words = "%s, who speaks for it, is away or has left".formatted(speaker.name());
        draft.write(now, "voice.missing", words, null, rules.obligations());
        var purpose = draft.stage.clock() + "-voice";
        for (var role : List.of("manager", "safeguarding-lead")) {
            draft.tell(
                    Telling.of(purpose, words, rules.obligations().getFirst()).asking(ASK),
                    new Addressee(speaker.agency(), role, null),
                    now);
        }
    }

    private Telling telling(String words) {
        return Telling.of(
                "voice-" + now.toEpochMilli(), words, rules.obligations().getFirst());
    }
}
