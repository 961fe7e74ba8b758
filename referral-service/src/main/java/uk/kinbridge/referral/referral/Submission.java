package uk.kinbridge.referral.referral;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.Agency;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.ItemId;
import uk.kinbridge.protocols.pack.Missing;
import uk.kinbridge.protocols.pack.Route;

/** A referral that somebody wants to send, complete or not. */
public record Submission(String id, String reference, Actor by, Sender referrer, Receiver recipient, Content content) {

    /** How a submission ends. */
    public sealed interface Outcome {
        /** It is on its way, its clocks run. */
        record Accepted(Change<Referral, ReferralEvent> change) implements Outcome {}

        /** It cannot go like this. */
        sealed interface Refused extends Outcome {}

        /** Something that must go with it is missing; each entry cites the obligation that asks for it (HAC-02). */
        record Incomplete(List<Missing> missing) implements Refused {}

        /** The pathway does not lead from this agency to that one. */
        record WrongWay(String why, List<String> obligations) implements Refused {}

        /** What is so in the case leaves only a more serious way (JWP-11, SAL-15). */
        record TooLow(List<Route> onlyWays) implements Refused {}
    }

    /** Checks it against the pathway and, when all is there, sends it (HAC-01, HAC-02, HAC-13, JWP-02, JWP-04, SAL-09, SAL-10). */
    public Outcome submit(Rules rules, Instant now) {
        return refusal(rules)
                .<Outcome>map(refused -> refused)
                .orElseGet(() -> new Outcome.Accepted(accepted(rules, now)));
    }

    /** The same under another reference. */
    Submission under(String other) {
        return new Submission(id, other, by, referrer, recipient, content);
    }

    /** Why it cannot go like this; empty when the pathway lets it go. */
    Optional<Outcome.Refused> refusal(Rules rules) {
        var wrong = wrongWay(rules);
        if (wrong != null) {
            return Optional.of(
                    new Outcome.WrongWay(wrong, Rules.ids(rules.pathway().obligations())));
        }
        var onlyWays = rules.onlyOtherWays(content.situation());
        if (!onlyWays.isEmpty()) {
            return Optional.of(new Outcome.TooLow(onlyWays));
        }
        var missing = beginsWithACall(rules)
                ? content.call() == null ? rules.pathway().missingFirst(provided(rules)) : List.<Missing>of()
                : rules.pathway().missing(provided(rules));
        return missing.isEmpty() && !lacksItsCall(rules)
                ? Optional.empty()
                : Optional.of(new Outcome.Incomplete(missing));
    }

    private Change<Referral, ReferralEvent> accepted(Rules rules, Instant now) {
        var call = content.call();
        return beginsWithACall(rules) && call != null
                ? called(call, rules.pathway().missing(provided(rules)).isEmpty(), rules, now)
                : Referral.begun(this, rules, now);
    }

    private List<ItemId> provided(Rules rules) {
        return content.provided(rules.pathway());
    }

    private static boolean beginsWithACall(Rules rules) {
        return rules.pathway().firstEvent() == CaseEvent.CALL_RECORDED;
    }

    private boolean lacksItsCall(Rules rules) {
        return beginsWithACall(rules) && content.call() == null;
    }

    /** The call comes first and is never lost (SAL-04): what is missing still may follow in its time (SAL-05). */
    private Change<Referral, ReferralEvent> called(Call call, boolean complete, Rules rules, Instant now) {
        var begun = Referral.begun(this, rules, call.at());
        return switch (call.proceed()) {
            case ADVICE -> then(begun, new Act.GiveAdvice(call.decision()), call.at(), rules);
            case REFER -> complete ? then(begun, new Act.Send(Map.of(), List.of()), now, rules) : begun;
        };
    }

    /** One that comes from another agency: whoever took it has received it. What it says was checked when it was sent. */
    Change<Referral, ReferralEvent> takenOver(Rules rules, Instant at) {
        var begun = Referral.begun(this, rules, at);
        var sent = rules.pathway().firstEvent() == CaseEvent.CALL_RECORDED
                ? then(begun, new Act.Send(Map.of(), List.of()), at, rules)
                : begun;
        return then(sent, new Act.Acknowledge(), at, rules);
    }

    private Change<Referral, ReferralEvent> then(
            Change<Referral, ReferralEvent> before, Act act, Instant at, Rules rules) {
        return switch (before.next().act(act, by, at, rules)) {
            case Acted.Done(Change<Referral, ReferralEvent> change) ->
                new Change<>(
                        change.next(),
                        Stream.concat(before.events().stream(), change.events().stream())
                                .toList());
            case Acted.Before(), Acted.NotNow _ -> before;
        };
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
}
