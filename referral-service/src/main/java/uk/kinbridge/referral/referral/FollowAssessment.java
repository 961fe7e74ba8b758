package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.StatedSharing;
import uk.kinbridge.referral.referral.Referrals.Saved;

/**
 * What happened to the assessment that a referral asked for moves the referral on, as if the person had acted on it
 * here: its clocks stop at the moment of the act, however late the news (HAC-03, HAC-04, SAL-24). What the other agency
 * reads of it passes the decision on sharing, as if the person had said it here (ENG-11, SAL-03).
 */
public class FollowAssessment {

    private final Referrals referrals;
    private final PinnedRules rules;
    private final TellOthers tell;

    public FollowAssessment(Referrals referrals, PinnedRules rules, TellOthers tell) {
        this.referrals = referrals;
        this.rules = rules;
        this.tell = tell;
    }

    /** What happened. */
    public enum What {
        INVITED,
        COMPLETED,
        OUTCOME_SHARED,
        REVIEWED,
        HARM_INDICATED
    }

    /**
     * The news.
     *
     * @param assessment how people name it
     * @param family whose; news about another family than the referral's is not about the referral
     * @param appointmentAt with an invitation: when it takes place
     */
    public record News(
            What what,
            String assessment,
            String referral,
            String family,
            Actor by,
            Instant at,
            @Nullable Instant appointmentAt) {}

    /**
     * Follows it, once however often the message arrives. Only the receiving agency moves a referral on, and only about
     * its own family; news that comes too late for where the referral stands changes nothing but its story.
     */
    public void follow(News news, String messageId, Instant now) {
        var saved = Saved.STALE;
        while (saved == Saved.STALE) {
            var found = referrals.find(news.referral());
            var change = found.flatMap(held -> followed(held, news, rules.of(held.referral()), tell, now));
            if (change.isEmpty()) {
                return;
            }
            saved = referrals.saveOnce(found.orElseThrow().version(), change.get(), now, messageId);
        }
    }

    /** What the news does, after the decision on sharing. */
    static Optional<Change<Referral, ReferralEvent>> followed(
            Referrals.Held held, News news, Rules applicable, TellOthers tell, Instant now) {
        var by = new Caller(
                news.by().person(),
                news.by().person(),
                news.by().name(),
                news.by().agency(),
                Set.of(),
                Set.of());
        return change(held.referral(), news, applicable, act -> passing(act, held, applicable, tell, by, now));
    }

    /** It has happened, so that it moves the referral on; what must not be told stays with those who said it. */
    private static Passing passing(
            Act act, Referrals.Held held, Rules applicable, TellOthers tell, Caller by, Instant now) {
        return switch (tell.of(act, held, applicable, StatedSharing.NOTHING, by, now)) {
            case TellOthers.Verdict.Goes(Passing goes) -> goes;
            case TellOthers.Verdict.Stays(KeptDecision decision) ->
                new Passing(decision.id(), act.said().keySet().stream().sorted().toList());
        };
    }

    /**
     * What the news does; empty when it is not about this referral.
     *
     * @param passings what of each act's words goes to the other agency
     */
    static Optional<Change<Referral, ReferralEvent>> change(
            Referral referral, News news, Rules rules, Function<Act, Passing> passings) {
        return isAbout(referral, news)
                ? moved(referral, news, rules, passings)
                        .or(() ->
                                Optional.of(Change.silent(referral.amended(referral.content(), line(referral, news)))))
                : Optional.empty();
    }

    private static boolean isAbout(Referral referral, News news) {
        return referral.recipient().agency().equals(news.by().agency())
                && referral.disclosed().familyId().equals(news.family());
    }

    /**
     * Messages may arrive in any order, and an assessment may be held without an invitation: what must have come before
     * is done with it, in the shortest way that the pathway has.
     */
    private static Optional<Change<Referral, ReferralEvent>> moved(
            Referral referral, News news, Rules rules, Function<Act, Passing> passings) {
        var way = way(news);
        for (int from = way.size() - 1; from >= 0; from--) {
            var acts = way.subList(from, way.size());
            // Whether it can happen is found out first: about what does not happen nothing is decided.
            if (along(referral, acts, news, rules, _ -> Passing.ALL).isPresent()) {
                return along(referral, acts, news, rules, passings);
            }
        }
        return Optional.empty();
    }

    private static List<Act> way(News news) {
        var invite = new Act.Invite(news.appointmentAt() == null ? news.at() : news.appointmentAt(), null);
        var complete = new Act.CompleteAssessment();
        return switch (news.what()) {
            case INVITED -> List.of(invite);
            case COMPLETED -> List.of(invite, complete);
            case OUTCOME_SHARED ->
                List.of(
                        invite,
                        complete,
                        new Act.ShareOutcome(
                                "The outcome is in writing in assessment " + news.assessment() + ".", null, null));
            case HARM_INDICATED ->
                List.of(new Act.IndicateHarm("Assessment " + news.assessment() + " indicates significant harm."));
            case REVIEWED -> List.of();
        };
    }

    private static Optional<Change<Referral, ReferralEvent>> along(
            Referral referral, List<Act> acts, News news, Rules rules, Function<Act, Passing> passings) {
        var events = new ArrayList<ReferralEvent>();
        var next = referral;
        for (var act : acts) {
            if (!(next.act(act, news.by(), news.at(), rules, passings.apply(act)) instanceof Acted.Done(var change))) {
                return Optional.empty();
            }
            next = change.next();
            events.addAll(change.events());
        }
        return Optional.of(new Change<>(next, events));
    }

    private static Happening line(Referral referral, News news) {
        var words = switch (news.what()) {
            case INVITED -> "was invited to";
            case COMPLETED -> "was completed";
            case OUTCOME_SHARED -> "had its outcome shared";
            case REVIEWED -> "was looked at again";
            case HARM_INDICATED -> "indicates significant harm";
        };
        return new Happening(
                news.at(),
                "assessment."
                        + news.what().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                "Assessment %s of %s %s"
                        .formatted(news.assessment(), referral.recipient().agencyName(), words),
                news.by(),
                List.of("HAC-15"),
                java.util.Map.of());
    }
}
