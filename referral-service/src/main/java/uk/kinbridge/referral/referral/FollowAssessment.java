package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.referral.referral.Referrals.Saved;

/**
 * What happened to the assessment that a referral asked for moves the referral on, as if the person had acted on it
 * here: its clocks stop at the moment of the act, however late the news (HAC-03, HAC-04, SAL-24).
 */
public class FollowAssessment {

    private final Referrals referrals;
    private final PinnedRules rules;

    public FollowAssessment(Referrals referrals, PinnedRules rules) {
        this.referrals = referrals;
        this.rules = rules;
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
            var change = found.flatMap(held -> change(held.referral(), news, rules.of(held.referral())));
            if (change.isEmpty()) {
                return;
            }
            saved = referrals.saveOnce(found.orElseThrow().version(), change.get(), now, messageId);
        }
    }

    /** What the news does; empty when it is not about this referral. */
    static Optional<Change<Referral, ReferralEvent>> change(Referral referral, News news, Rules rules) {
        return isAbout(referral, news)
                ? moved(referral, news, rules)
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
    private static Optional<Change<Referral, ReferralEvent>> moved(Referral referral, News news, Rules rules) {
        var way = way(news);
        for (int from = way.size() - 1; from >= 0; from--) {
            var done = along(referral, way.subList(from, way.size()), news, rules);
            if (done.isPresent()) {
                return done;
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
            Referral referral, List<Act> acts, News news, Rules rules) {
        var events = new ArrayList<ReferralEvent>();
        var next = referral;
        for (var act : acts) {
            if (!(next.act(act, news.by(), news.at(), rules) instanceof Acted.Done(var change))) {
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
