package uk.kinbridge.assessment.engagement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.FamilyRecords.Sharing;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.sharing.FieldGroup;

/**
 * What one reader sees of how a family takes up what services offer: what their own agency saw; what another saw, where
 * its decision on sharing tells them that it works with that member. That a pattern asks for a review all see who work
 * with the family (FAP-12, JWP-03).
 *
 * @param why what is said to the reader about what is missing; null when they see all
 */
public record EngagementShown(
        List<Seen> seen, List<RiskReview> reviews, @Nullable String why) {

    static final String NOT_DECIDED =
            "Another agency saw something that it has not decided to share with yours. Talk to those who were told.";
    static final String UNREACHABLE =
            "Decisions on sharing could not be asked just now, so only what your own agency saw"
                    + " is shown. Talk to those who were told.";

    public EngagementShown {
        seen = List.copyOf(seen);
        reviews = List.copyOf(reviews);
    }

    /** What the caller sees of it. */
    public static EngagementShown of(Engagement engagement, Caller caller, Sharing sharing) {
        var said = engagement.seen().stream().filter(s -> s.sign() != null).toList();
        var shown = said.stream()
                .filter(s -> EngagementAccess.sees(caller, engagement, s) && isLet(s, caller, sharing))
                .toList();
        var withheld =
                said.stream().filter(s -> !shown.contains(s)).map(Seen::agency).collect(Collectors.toSet());
        return new EngagementShown(
                shown,
                engagement.reviews().stream()
                        .map(review -> reasons(review, withheld))
                        .toList(),
                withheld.isEmpty() ? null : sharing instanceof Sharing.Unreachable ? UNREACHABLE : NOT_DECIDED);
    }

    /** In a list: no decision is asked for every line of it. */
    public static EngagementShown ofItsOwn(Engagement engagement, Caller caller) {
        return of(engagement, caller, new Sharing.Decided(List.of()));
    }

    private static boolean isLet(Seen seen, Caller caller, Sharing sharing) {
        if (caller.worksFor(seen.agency())) {
            return true;
        }
        return sharing instanceof Sharing.Decided(var lets)
                && lets.stream()
                        .anyMatch(let -> let.from().equals(seen.agency())
                                && caller.worksFor(let.to())
                                && let.person().equals(seen.member())
                                && let.fields().contains(FieldGroup.INVOLVEMENT));
    }

    /** Which service saw it how often is that service's to tell. */
    private static RiskReview reasons(RiskReview review, Set<String> withheld) {
        var told = review.reasons().stream()
                .filter(reason -> withheld.stream().noneMatch(agency -> Patterns.isOf(agency, reason)))
                .toList();
        return told.size() == review.reasons().size()
                ? review
                : review.because(
                        Stream.concat(told.stream(), Stream.of(NOT_DECIDED)).toList());
    }
}
