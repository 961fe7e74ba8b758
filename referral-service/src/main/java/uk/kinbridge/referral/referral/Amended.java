package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Priority;
import uk.kinbridge.protocols.pack.Route;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** What becomes of a referral when somebody adds to it or corrects it: nothing that was said before is lost. */
record Amended(Referral referral, Actor by, Instant at, Passing passing) {

    /** The word for it in a referral's story. */
    static final String CORRECTED = CaseEvent.REFERRAL_CORRECTED.word();

    /** The word for it in a referral's story. */
    static final String SITUATION_TOLD = CaseEvent.REFERRAL_SITUATION_TOLD.word();

    /** Under which name the story keeps what was told, and a decision on sharing may keep it back. */
    static final String SITUATION = "situation";

    private static final String AND = ", ";

    /** The word for it in a referral's story; no rule of a protocol waits for it. */
    static final String PRIORITY_RAISED = "referral.priority-raised";

    /** The word for it in a referral's story; no rule of a protocol waits for it. */
    static final String FAMILY_TOLD = "referral.family-told";

    /** The word for it in a referral's story; no rule of a protocol waits for it. */
    static final String DECIDED_ANEW = "referral.sharing-decided-anew";

    /** Under which name the story keeps what was known of the family before; no other agency reads it there. */
    static final String BEFORE = "before";

    /** Which facts that line of a story told, as its reader may read it. */
    static List<String> wordsTold(Happening line) {
        return line.what().equals(SITUATION_TOLD) && line.said().containsKey(SITUATION)
                ? List.of(line.said().getOrDefault(SITUATION, "").split(AND, -1))
                : List.of();
    }

    /** Whether that line of a story put the answer to that requirement right. */
    static boolean corrects(Happening line, String item) {
        return line.what().equals(CORRECTED) && item.equals(line.said().get("item"));
    }

    /** Whether with that line of a story texts and documents came in. */
    static boolean sends(Happening line) {
        return line.what().equals(CaseEvent.REFERRAL_SUBMITTED.word())
                || line.what().equals(CaseEvent.CALL_RECORDED.word());
    }

    /**
     * An answer is put right. The earlier one stays in the story, and everybody else who has read it is told (ENG-19).
     *
     * @param item the requirement that it answers
     */
    Change<Referral, ReferralEvent> corrected(String item, String text, String reason, Rules rules) {
        var before = referral.texts().getOrDefault(item, "");
        var line = new Happening(
                at,
                CORRECTED,
                "An answer was corrected: " + item,
                by,
                referral.obligations(),
                Map.of("item", item, BEFORE, before, "after", text, "reason", reason),
                passing.equals(Passing.ALL) ? null : passing);
        var next = referral.amended(referral.content().with(Map.of(item, text), List.of()), line);
        return new Change<>(next, told(CaseEvent.REFERRAL_CORRECTED, next, rules));
    }

    /**
     * More is known of the family, or otherwise, and as much of it goes as the decision on sharing lets through. The
     * story keeps for those who told it what they had told before; everybody else who works on it is told (ENG-19).
     */
    Change<Referral, ReferralEvent> familyTold(Disclosed now, Rules rules) {
        var before = referral.disclosed();
        var line = new Happening(
                at,
                FAMILY_TOLD,
                "More is known of the family",
                by,
                referral.obligations(),
                Map.of(BEFORE, spoken(before)),
                new Passing(passing.decisionId(), List.of(BEFORE)));
        var next = referral.amended(referral.content().withDisclosed(now), line);
        return new Change<>(next, told(CaseEvent.REFERRAL_SITUATION_TOLD, next, rules));
    }

    private static String spoken(Disclosed disclosed) {
        var people = disclosed.people().stream()
                .map(person -> (person.givenName() + " " + person.familyName()).strip()
                        + (person.bornOn() == null ? "" : ", born " + person.bornOn())
                        + (person.expectedOn() == null ? "" : ", expected " + person.expectedOn()));
        return Stream.concat(people, Stream.ofNullable(disclosed.address()))
                .collect(java.util.stream.Collectors.joining("; "));
    }

    /** Somebody has agreed, or agrees no longer, or more is stated: whether it is shared was decided anew. */
    Change<Referral, ReferralEvent> decidedAnew(Disclosed goes) {
        var line = new Happening(
                at,
                DECIDED_ANEW,
                "Whether it is shared was decided anew",
                by,
                referral.obligations(),
                Map.of(),
                passing.equals(Passing.ALL) ? null : passing);
        return Change.silent(referral.amended(referral.content().withDisclosed(goes), line));
    }

    /**
     * More is known of the case, and everybody else who works on it is told (ENG-19). Significant harm, a delusion or a
     * plan that involves a child leave only the most
     * serious way at any time (SAL-15, JWP-11); where this referral is not on it, both sides are told so. A safeguarding
     * issue raises the rank whenever it comes to light (JWP-09).
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
                        Map.of(SITUATION, String.join(AND, words)),
                        passing.equals(Passing.ALL) ? null : passing));
        var ranked = ranked(next, rules);
        var events = new ArrayList<>(ranked.events());
        for (var route : rules.waysToBeTaken(next.content().situation())) {
            if (!before.contains(route)) {
                both(ranked.next()).forEach(to -> events.add(raised(ranked.next(), to, route)));
            }
        }
        if (all.size() > referral.content().situation().size()
                && !passing.keptBack().contains(SITUATION)) {
            events.addAll(toldBesides(events, ranked.next(), rules));
        }
        return new Change<>(ranked.next(), events);
    }

    /** Who is told what follows from the news need not be told that there is some. */
    private List<ReferralEvent> toldBesides(List<ReferralEvent> events, Referral next, Rules rules) {
        var agencies = events.stream()
                .filter(NoticeRequested.class::isInstance)
                .map(event -> ((NoticeRequested) event).to().agency())
                .toList();
        return told(CaseEvent.REFERRAL_SITUATION_TOLD, next, rules).stream()
                .filter(event -> !(event instanceof NoticeRequested notice
                        && agencies.contains(notice.to().agency())))
                .toList();
    }

    /** Those whom the pack names, but for the team of whoever says it; a colleague whose referral it is hears of it. */
    private List<ReferralEvent> told(CaseEvent event, Referral next, Rules rules) {
        return Story.notices(event, next, by, at, rules, next.standing().redirectedTo()).stream()
                .filter(one -> !(one instanceof NoticeRequested notice
                        && notice.to().agency().equals(by.agency())
                        && notice.to().person() == null))
                .toList();
    }

    /** What is known later raises the rank and never lowers it; the story says from what to what, and why. */
    private Change<Referral, ReferralEvent> ranked(Referral told, Rules rules) {
        var rank = rules.priority(told.content().situation());
        if (rank.compareTo(rankOf(told)) <= 0) {
            return Change.silent(told);
        }
        var line = new Happening(
                at,
                PRIORITY_RAISED,
                "The referral ranks higher: " + rank.word(),
                by,
                rules.obligationsOfRank(),
                Map.of("before", told.priority(), "after", rank.word()),
                null);
        var next = told.ranked(rank).amended(told.content(), line);
        return new Change<>(next, rankTold(next, rules));
    }

    private static Priority rankOf(Referral told) {
        return Arrays.stream(Priority.values())
                .filter(rank -> rank.word().equals(told.priority()))
                .findFirst()
                .orElse(Priority.ROUTINE);
    }

    /** The receiving agency hears of it as it heard of the referral: a person acknowledges it, or is chased (HAC-17). */
    private List<ReferralEvent> rankTold(Referral next, Rules rules) {
        var words = "The referral ranks higher now: " + next.priority();
        var purpose = "priority-raised";
        var obligations = rules.obligationsOfRank();
        if (by.agency().equals(next.recipient().agency())) {
            return List.of(notice(next, referrer(next), purpose, words, obligations));
        }
        var to = recipient(next);
        return rules.noticesOfReceipt().stream()
                .findFirst()
                .map(rule -> new NoticeRequested(
                        next,
                        purpose,
                        to,
                        words + " (" + next.reference() + ").",
                        null,
                        obligations,
                        Story.acknowledgeBy(rule, to, at, rules),
                        at,
                        by,
                        chased(new Pursuit.Asked(CaseEvent.REFERRAL_SUBMITTED, rule, to, by, at), next, rules)))
                .<List<ReferralEvent>>map(List::of)
                .orElseGet(() -> List.of(notice(next, to, purpose, words, obligations)));
    }

    private static @Nullable Pursuit chased(Pursuit.Asked asked, Referral next, Rules rules) {
        var pursuit = Pursuit.of(asked, next, rules);
        return pursuit == null ? null : pursuit.withoutClocks();
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

    private static Stream<Addressee> both(Referral next) {
        return Stream.of(referrer(next), recipient(next));
    }
}
