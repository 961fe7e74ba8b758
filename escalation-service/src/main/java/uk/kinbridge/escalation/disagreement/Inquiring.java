package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.escalation.disagreement.DisagreementEvent.Addressee;
import uk.kinbridge.escalation.disagreement.Draft.Telling;
import uk.kinbridge.escalation.post.Holder;
import uk.kinbridge.escalation.post.Holders;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Prompt;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;

/** Guidance of the named link person, and formal review: asked of the partnership, which then reads by name (SAL-27). */
record Inquiring(Draft draft, Rules rules, Instant now) {

    private static final String BOARD = "board-analyst";
    private static final String LINK_PERSON = "link-person";

    /** The protocols name no time for an answer; somebody must still have seen the question. */
    private static final Within SEEN = Within.workingDays(1);

    void ask(Actor by, Prompt offer, String question, Posts posts) {
        var kind = offer.id().value();
        var number = draft.inquiries.size() + 1;
        draft.inquiries.add(new Inquiry(number, kind, by, now, question, null));
        draft.write(now, kind + ".asked", offer.words(), by, ids(offer));
        for (var agency : rules.partnerships(draft.before().area())) {
            draft.admit(agency);
            var asked = Telling.of(
                            kind + "-" + number,
                            "Asked: " + offer.words(),
                            ids(offer).getFirst())
                    .asking("Answer the question")
                    .acknowledgedBy(answerBy(agency));
            var links = kind.equals(LINK_PERSON) ? linked(agency, offer, by, posts) : List.<Holder>of();
            links.forEach(link -> draft.tell(asked, new Addressee(agency, BOARD, link.person()), now));
            // The board's representative is informed in any case, and is asked where no link person is named.
            draft.tell(
                    links.isEmpty()
                            ? asked
                            : Telling.of(asked.purpose() + "-informed", asked.words(), asked.obligation()),
                    new Addressee(agency, BOARD, null),
                    now);
        }
    }

    /** Nobody waits for a name; that it could not be found out stays to be read. */
    private List<Holder> linked(String partnership, Prompt offer, Actor by, Posts posts) {
        return switch (posts.linkedTo(partnership, by.agency(), now)) {
            case Holders.Held(var people) -> people;
            case Holders.Vacant() -> List.of();
            case Holders.Unknown() -> {
                draft.write(
                        now,
                        LINK_PERSON + ".not-found-out",
                        "The directory could not say who is named as link; whoever represents the board is asked.",
                        by,
                        ids(offer));
                yield List.of();
            }
        };
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

    private Instant answerBy(String partnership) {
        return Deadlines.compute(SEEN, now, rules.calendarOf(partnership)).due();
    }

    private static List<String> ids(Prompt offer) {
        return offer.obligations().stream().map(ObligationId::value).toList();
    }
}
