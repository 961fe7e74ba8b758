package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Consent.Answer;
import uk.kinbridge.protocols.sharing.Consent.GivenBy;
import uk.kinbridge.protocols.sharing.Consent.NotSought;
import uk.kinbridge.protocols.sharing.Purpose;

/**
 * What one person answered for one purpose, or why they were not asked (SAL-02, SAL-03, HAC-11).
 *
 * @param how in which way they were asked and in what words; or more about why not
 * @param expiresOn the last day on which it counts; null for no end
 * @param withdrawn null as long as it stands
 */
public record KeptConsent(
        String id,
        String person,
        Purpose purpose,
        Answer answer,
        @Nullable NotSought because,
        GivenBy givenBy,
        String how,
        Worker by,
        Instant at,
        @Nullable LocalDate expiresOn,
        @Nullable Withdrawal withdrawn) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Taken back, and how that came about. */
    public record Withdrawal(Worker by, Instant at, String how) {}

    /** Whether it counts at that moment as it was given. */
    public boolean stands(Instant now) {
        return withdrawn == null && !expired(now);
    }

    private boolean expired(Instant now) {
        return expiresOn != null && now.atZone(LONDON).toLocalDate().isAfter(expiresOn);
    }

    /** Who has taken it back has refused; who said yes too long ago has to be asked again. */
    Consent asOf(Instant now) {
        if (withdrawn != null) {
            return new Consent(Answer.REFUSED, null, givenBy);
        }
        return expired(now) ? Consent.NOT_YET : new Consent(answer, because, givenBy);
    }

    /** When they last said anything on it: who takes an older consent back has spoken last. */
    Instant lastWordAt() {
        return withdrawn == null ? at : withdrawn.at();
    }

    /** Whether they have said no, or taken back a yes. */
    boolean saysNo() {
        return withdrawn != null || answer == Answer.REFUSED;
    }

    /** The same, of somebody who is known by another id. */
    KeptConsent of(String otherPerson) {
        return new KeptConsent(id, otherPerson, purpose, answer, because, givenBy, how, by, at, expiresOn, withdrawn);
    }

    /** Whether it is all from that agency: one that another agency has taken back would tell of that one. */
    boolean writtenBy(String agency) {
        return by.agency().equals(agency)
                && (withdrawn == null || withdrawn.by().agency().equals(agency));
    }

    boolean saysTheSameAs(KeptConsent other) {
        return person.equals(other.person)
                && purpose == other.purpose
                && answer == other.answer
                && because == other.because
                && givenBy == other.givenBy
                && withdrawn == null;
    }

    KeptConsent withdrawnBy(Worker worker, Instant when, String words) {
        return new KeptConsent(
                id,
                person,
                purpose,
                answer,
                because,
                givenBy,
                how,
                by,
                at,
                expiresOn,
                new Withdrawal(worker, when, words));
    }
}
