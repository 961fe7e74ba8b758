package uk.kinbridge.referral.referral;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.ItemId;
import uk.kinbridge.protocols.pack.ItemKind;
import uk.kinbridge.protocols.pack.Missing;

/**
 * A referral that somebody wants to send, complete or not.
 *
 * @param texts written answers by requirement; blank ones count as missing
 */
public record Submission(
        String id,
        String reference,
        Actor by,
        Sender referrer,
        Receiver recipient,
        Disclosed disclosed,
        Map<String, String> texts,
        List<Attachment> documents) {

    /** How a submission ends. */
    public sealed interface Outcome {
        /** It is on its way, its clocks run. */
        record Accepted(Change<Referral, ReferralEvent> change) implements Outcome {}

        /** Something that must go with it is missing; each entry cites the obligation that asks for it (HAC-02). */
        record Incomplete(List<Missing> missing) implements Outcome {}

        /** The pathway does not lead from this agency to that one. */
        record WrongWay(String why, List<String> obligations) implements Outcome {}
    }

    /** Checks it against the pathway and, when all is there, sends it (HAC-01, HAC-02, HAC-13). */
    public Outcome submit(Rules rules, Instant now) {
        var wrong = wrongWay(rules);
        if (wrong != null) {
            return new Outcome.WrongWay(wrong, Rules.ids(rules.pathway().obligations()));
        }
        var missing = rules.pathway().missing(provided(rules));
        return missing.isEmpty()
                ? new Outcome.Accepted(Referral.submitted(this, rules, now))
                : new Outcome.Incomplete(missing);
    }

    private @Nullable String wrongWay(Rules rules) {
        var pathway = rules.pathway();
        if (pathway.from().stream().noneMatch(role -> plays(rules, referrer.agency(), role))) {
            return "On this pathway "
                    + pathway.from().stream().map(AgencyRole::word).collect(joining(" or "))
                    + " refers; " + referrer.agencyName()
                    + " has another part in this protocol.";
        }
        if (!plays(rules, recipient.agency(), pathway.to().agency())) {
            return "On this pathway " + pathway.to().agency().word() + " receives; " + recipient.agency()
                    + " has another part in this protocol or none.";
        }
        return null;
    }

    private static boolean plays(Rules rules, String agency, AgencyRole role) {
        return rules.pack()
                .agency(new AgencyId(agency))
                .map(Agency::role)
                .filter(role::equals)
                .isPresent();
    }

    /** An answer of the wrong kind does not answer: a text is no document. */
    private List<ItemId> provided(Rules rules) {
        var provided = new ArrayList<ItemId>();
        for (var requirement : rules.pathway().requires()) {
            var item = requirement.id().value();
            boolean answered = requirement.kind() == ItemKind.DOCUMENT
                    ? documents.stream().anyMatch(d -> d.item().equals(item))
                    : !texts.getOrDefault(item, "").isBlank();
            if (answered) {
                provided.add(requirement.id());
            }
        }
        return provided;
    }
}
