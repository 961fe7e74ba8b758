package uk.kinbridge.referral.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.exchange.Reception.Ground;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.KeepConsent;
import uk.kinbridge.referral.information.KeptConsent;
import uk.kinbridge.referral.information.StatedSharing;

/**
 * Keeps in the consent record of a family what a letter says that its members have answered. A refusal always counts, and
 * is a withdrawal where somebody had agreed; those who rely on that are told (SAL-03). That somebody has agreed again
 * after a person wrote down their refusal is for a person to record: a system that repeats itself gives nobody's consent.
 */
final class TakeConsents {

    private static final int TRIES = 20;

    private final KeepConsent consents;

    TakeConsents(KeepConsent consents) {
        this.consents = consents;
    }

    /**
     * What came of it.
     *
     * @param changed whether the record says something else now
     * @param remarks what its sender should know
     */
    record Taken(boolean changed, List<Ground> remarks) {}

    /** Whether a letter says something that is not on record. */
    boolean isNews(String familyId, Purpose purpose, List<StatedSharing.Answer> answers, Caller caller, Instant now) {
        return answers.stream().anyMatch(answer -> isNews(familyId, purpose, answer, caller, now));
    }

    private boolean isNews(String familyId, Purpose purpose, StatedSharing.Answer answer, Caller caller, Instant now) {
        var person = Objects.toString(answer.personId(), "");
        return !isNobody(person)
                && consents.read(familyId, caller)
                        .flatMap(held -> held.record().latest(person, purpose))
                        .filter(kept -> isKnown(kept, answer, now))
                        .isEmpty();
    }

    /** Somebody of the letter of whom it is not known which member they are. */
    private static boolean isNobody(String person) {
        return person.isEmpty() || person.startsWith(Letter.Household.PLACE);
    }

    /** Who has taken a consent back has refused. */
    private static boolean isKnown(KeptConsent kept, StatedSharing.Answer answer, Instant now) {
        boolean refused = kept.withdrawn() != null || kept.answer() == Consent.Answer.REFUSED;
        return answer.answer() == Consent.Answer.REFUSED
                ? refused
                : kept.stands(now)
                        && kept.answer() == answer.answer()
                        && Objects.equals(kept.because(), answer.because());
    }

    Taken take(
            MessageId message,
            String familyId,
            Purpose purpose,
            List<StatedSharing.Answer> answers,
            Caller caller,
            Instant now) {
        var remarks = new ArrayList<Ground>();
        boolean changed = false;
        for (var answer : answers) {
            if (isNobody(Objects.toString(answer.personId(), ""))) {
                remarks.add(new Ground(
                        "Consent.patient",
                        "It is not known which member of the family has answered; what they said is not kept.",
                        List.of("SAL-03")));
            } else if (isNews(familyId, purpose, answer, caller, now)) {
                changed |= take(message, familyId, purpose, answer, caller, now, remarks);
            }
        }
        return new Taken(changed, remarks);
    }

    private boolean take(
            MessageId message,
            String familyId,
            Purpose purpose,
            StatedSharing.Answer answer,
            Caller caller,
            Instant now,
            List<Ground> remarks) {
        var said = answer.answer();
        var person = Objects.toString(answer.personId(), "");
        for (int tries = 0; tries < TRIES; tries++) {
            var held = consents.read(familyId, caller).orElse(null);
            if (held == null || said == null) {
                break;
            }
            var latest = held.record().latest(person, purpose).orElse(null);
            if (latest != null && isAgainstAPersonsWord(latest, said, caller)) {
                remarks.add(new Ground(
                        "Consent",
                        "A person has recorded otherwise, and that stands; if they have answered anew, a person records"
                                + " it.",
                        List.of("SAL-03")));
                return false;
            }
            var outcome = latest != null && said == Consent.Answer.REFUSED && agreed(latest, now)
                    ? consents.withdraw(familyId, latest.id(), held.version(), how(answer), caller, now)
                    : consents.record(
                            message.derived("consent", String.join("/", message.request(), person, said.name())),
                            familyId,
                            asking(person, purpose, said, answer),
                            caller,
                            now);
            switch (outcome) {
                case KeepConsent.Outcome.Kept(ConsentRecords.Held _) -> {
                    return true;
                }
                case KeepConsent.Outcome.Refused(String field, String why, var obligation) -> {
                    remarks.add(
                            new Ground("Consent." + field, why, obligation == null ? List.of() : List.of(obligation)));
                    return false;
                }
                case KeepConsent.Outcome.NotFound() -> tries = TRIES;
                case KeepConsent.Outcome.Stale() -> {}
            }
        }
        remarks.add(
                new Ground("Consent", "What was answered could not be kept; record it by hand.", List.of("SAL-03")));
        return false;
    }

    private static boolean agreed(KeptConsent latest, Instant now) {
        return latest.answer() == Consent.Answer.GIVEN && latest.stands(now);
    }

    private static boolean isAgainstAPersonsWord(KeptConsent latest, Consent.Answer said, Caller caller) {
        var withdrawn = latest.withdrawn();
        var refusedBy =
                withdrawn != null ? withdrawn.by() : latest.answer() == Consent.Answer.REFUSED ? latest.by() : null;
        return said != Consent.Answer.REFUSED
                && refusedBy != null
                && !refusedBy.person().equals(caller.subject());
    }

    private static KeepConsent.Asking asking(
            String person, Purpose purpose, Consent.Answer said, StatedSharing.Answer answer) {
        var consent = new Consent(
                said,
                said == Consent.Answer.NOT_SOUGHT ? answer.because() : null,
                answer.givenBy() == null ? Consent.GivenBy.SELF : answer.givenBy());
        return new KeepConsent.Asking(person, purpose, consent, how(answer), null);
    }

    private static String how(StatedSharing.Answer answer) {
        return Objects.toString(answer.how(), "");
    }
}
