package uk.kinbridge.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.StateId;

/**
 * Where a referral stands, and the few facts of its way that rules ask for again.
 *
 * @param state one of the states of its pathway
 * @param submittedAt null while only the call before it has taken place
 * @param receipt null until a person of the receiving agency has acknowledged it
 * @param invitation the last invitation to an assessment
 * @param worker who of the receiving agency works on it: the last who did more than acknowledge it
 * @param redirectedTo the agency that is asked to take it, or has taken it (FAP-14)
 * @param passedOn what of the family that agency gets; null where all that was disclosed
 */
public record Standing(
        String state,
        @Nullable Instant submittedAt,
        @Nullable Receipt receipt,
        @Nullable Invitation invitation,
        @Nullable Actor worker,
        @Nullable Receiver redirectedTo,
        @Nullable Disclosed passedOn) {

    static Standing at(StateId first) {
        return new Standing(first.value(), null, null, null, null, null, null);
    }

    /** In another state by what happened, and not by what somebody did with the referral. */
    Standing movedTo(StateId next) {
        return new Standing(next.value(), submittedAt, receipt, invitation, worker, redirectedTo, passedOn);
    }

    Standing after(Act act, StateId next, Actor by, Instant at, Receiver recipient) {
        var submitted = act instanceof Act.Send ? at : submittedAt;
        var received = act instanceof Act.Acknowledge ? new Receipt(by, at) : receipt;
        var invited = act instanceof Act.Invite(Instant appointmentAt, String place)
                ? new Invitation(by, at, appointmentAt, place)
                : invitation;
        boolean works = by.agency().equals(recipient.agency()) && !(act instanceof Act.Acknowledge);
        var redirected = switch (act) {
            case Act.Redirect redirect -> redirect.to();
            case Act.DeclineRedirection _, Act.Withdraw _ -> null;
            default -> redirectedTo;
        };
        var passed = switch (act) {
            case Act.Redirect redirect -> redirect.passing();
            case Act.DeclineRedirection _, Act.Withdraw _ -> null;
            default -> passedOn;
        };
        return new Standing(
                next.value(), submitted, received, invited, works ? inTheirTeams(by) : worker, redirected, passed);
    }

    /** News of another service names nobody's teams: the teams that had the work keep it in sight (HAC-17). */
    private Actor inTheirTeams(Actor by) {
        return by.teams().isEmpty() && worker != null && worker.agency().equals(by.agency())
                ? by.of(worker.teams())
                : by;
    }
}
