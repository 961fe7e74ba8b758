package uk.kinbridge.referral.family;

import java.time.Instant;
import uk.kinbridge.platform.security.Caller;

/**
 * Another agency begins to work with a family, and reads its record from then on (HAC-08). Consent is no basis for that
 * where it was refused (SAL-03, DOR-03): another one must be named, which the record keeps with what it rests on.
 */
public class JoinFamily {

    /**
     * How it is justified.
     *
     * @param words what the basis rests on
     */
    public record Joining(String agency, Involvement.LawfulBasis basis, String words) {}

    private final ChangeFamily change;
    private final RefusedJointWork refused;

    public JoinFamily(ChangeFamily change, RefusedJointWork refused) {
        this.change = change;
        this.refused = refused;
    }

    /** By whoever may change the record, on the version that was read. */
    public ChangeFamily.Outcome join(String id, long version, Joining joining, Caller caller, Instant now) {
        return change.change(id, version, caller, now, family -> joined(family, joining, Author.of(caller), now));
    }

    private Changes.Outcome joined(Family family, Joining joining, Author by, Instant now) {
        return joining.basis() == Involvement.LawfulBasis.CONSENT && refused.isOnRecord(family, now)
                ? Changes.Outcome.Refused.because(
                        "basis",
                        "Somebody of the family has refused, or taken back, their consent to joint work. Where another"
                                + " basis carries it, name that one and say what it rests on.",
                        "SAL-03")
                : Changes.join(family, joining.agency(), joining.basis(), joining.words(), by, now);
    }
}
