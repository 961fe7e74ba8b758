package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Prompt;

/** Guidance of the named link person, and formal review: asked of the partnership, which then reads by name (SAL-27). */
record Inquiring(Draft draft, Rules rules, Instant now) {

    void ask(Actor by, Prompt offer, String question) {
        var kind = offer.id().value();
        var number = draft.inquiries.size() + 1;
        draft.inquiries.add(new Inquiry(number, kind, by, now, question, null));
        draft.write(now, kind + ".asked", offer.words(), by, ids(offer));
        for (var agency : rules.partnerships(draft.before().area())) {
            draft.admit(agency);
            draft.tell(
                    Telling.of(
                                    kind + "-" + number,
                                    "Asked: " + offer.words(),
                                    ids(offer).getFirst())
                            .asking("Answer the question"),
                    new Addressee(agency, "board-analyst", null),
                    now);
        }
    }

    void reply(Actor by, int number, String words) {
        var asked = draft.inquiries.get(number - 1);
        draft.inquiries.set(
                number - 1,
                new Inquiry(
                        number,
                        asked.kind(),
                        asked.by(),
                        asked.at(),
                        asked.question(),
                        new Inquiry.Reply(by, now, words)));
        draft.write(now, asked.kind() + ".answered", words, by, List.of());
        draft.fulfilled(asked.kind() + "-" + number, by, now);
        draft.tell(
                Telling.of(
                        asked.kind() + "-answered-" + number,
                        "Your question has an answer",
                        rules.obligation(draft.stage.level())),
                new Addressee(asked.by().agency(), "practitioner", asked.by().person()),
                now);
    }

    private static List<String> ids(Prompt offer) {
        return offer.obligations().stream().map(ObligationId::value).toList();
    }
}
