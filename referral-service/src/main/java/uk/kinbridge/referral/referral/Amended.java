package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** What becomes of a referral when somebody adds to it or corrects it: nothing that was said before is lost. */
record Amended(Referral referral, Actor by, Instant at, Passing passing) {

    /** The word for it in a referral's story; no rule of a protocol waits for it. */
    static final String CORRECTED = "referral.corrected";

    /** The word for it in a referral's story; no rule of a protocol waits for it. */
    static final String SITUATION_TOLD = "referral.situation-told";

    /**
     * An answer is put right. The earlier one stays in the story.
     *
     * @param item the requirement that it answers
     */
    Change<Referral, ReferralEvent> corrected(String item, String text, String reason) {
        var before = referral.texts().getOrDefault(item, "");
        var line = new Happening(
                at,
                CORRECTED,
                "An answer was corrected: " + item,
                by,
                referral.obligations(),
                Map.of("item", item, "before", before, "after", text, "reason", reason),
                passing.equals(Passing.ALL) ? null : passing);
        var next = referral.amended(referral.content().with(Map.of(item, text), List.of()), line);
        return new Change<>(
                next, List.of(notice(next, other(next), "corrected", "An answer was corrected", next.obligations())));
    }

    /**
     * More is known of the case. Significant harm, a delusion or a plan that involves a child leave only the most
     * serious way at any time (SAL-15, JWP-11); where this referral is not on it, both sides are told so.
     *
     * @param words of facts that are so now
     */
    Change<Referral, ReferralEvent> told(List<String> words, Rules rules) {
        var all = new LinkedHashSet<>(referral.content().situation());
        all.addAll(words);
        var before = rules.waysToBeTaken(referral.content().situation());
        var next = referral.amended(
                referral.content().withSituation(List.copyOf(all)),
                new Happening(
                        at,
                        SITUATION_TOLD,
                        "More is known of the case",
                        by,
                        referral.obligations(),
                        Map.of("situation", String.join(", ", words)),
                        passing.equals(Passing.ALL) ? null : passing));
        var events = new ArrayList<ReferralEvent>();
        for (var route : rules.waysToBeTaken(next.content().situation())) {
            if (!before.contains(route)) {
                both(next).forEach(to -> events.add(raised(next, to, route)));
            }
        }
        return new Change<>(next, events);
    }

    private NoticeRequested raised(Referral next, Addressee to, Route route) {
        return notice(next, to, "route-raised-" + route.id().value(), route.words(), Rules.ids(route.obligations()));
    }

    private NoticeRequested notice(
            Referral next, Addressee to, String purpose, String words, List<String> obligations) {
        return new NoticeRequested(next, purpose, to, words + " (" + next.reference() + ").", obligations, null, at);
    }

    private static Addressee referrer(Referral next) {
        return new Addressee(
                next.referrer().agency(), "practitioner", next.referrer().person());
    }

    private static Addressee recipient(Referral next) {
        var worker = next.standing().worker();
        return worker == null
                ? new Addressee(next.recipient().agency(), next.recipient().role(), null)
                : new Addressee(next.recipient().agency(), "practitioner", worker.person());
    }

    private Addressee other(Referral next) {
        return by.agency().equals(next.recipient().agency()) ? referrer(next) : recipient(next);
    }

    private static Stream<Addressee> both(Referral next) {
        return Stream.of(referrer(next), recipient(next));
    }
}
