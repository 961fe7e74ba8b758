package uk.kinbridge.assessment.engagement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.news.Addressee;

/**
 * A pattern asks for a review of the risk, with its reasons; a person decides, and gives theirs.
 *
 * @param pattern which one
 * @param reasons why it was raised, naming no member
 * @param sources what it was seen in
 * @param agency whose appointment showed it last: it sees to the review
 * @param concluded null while it is open
 * @param withdrawnAt when what it rested on was corrected; null when it was not
 */
public record RiskReview(
        String id,
        String pattern,
        List<String> reasons,
        List<String> sources,
        Pinned protocol,
        List<String> obligations,
        String agency,
        List<Addressee> told,
        Instant raisedAt,
        @Nullable Concluded concluded,
        @Nullable Instant withdrawnAt) {

    public RiskReview {
        reasons = List.copyOf(reasons);
        sources = List.copyOf(sources);
        obligations = List.copyOf(obligations);
        told = List.copyOf(told);
    }

    /** What a person found. */
    public enum Finding {
        RISK_HIGHER,
        RISK_UNCHANGED,
        NO_RISK_IN_IT
    }

    /** Who decided, and why. */
    public record Concluded(Finding finding, String words, Actor by, Instant at) {}

    public boolean isOpen() {
        return concluded == null && withdrawnAt == null;
    }

    /** With other words of why it was raised, for a reader who is not told all of them. */
    RiskReview because(List<String> others) {
        return new RiskReview(
                id, pattern, others, sources, protocol, obligations, agency, told, raisedAt, concluded, withdrawnAt);
    }

    RiskReview concluded(Concluded how) {
        return new RiskReview(
                id, pattern, reasons, sources, protocol, obligations, agency, told, raisedAt, how, withdrawnAt);
    }

    RiskReview withdrawn(Instant at) {
        return new RiskReview(
                id, pattern, reasons, sources, protocol, obligations, agency, told, raisedAt, concluded, at);
    }
}
