package uk.kinbridge.referral.referral;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import uk.kinbridge.platform.aggregate.Change;

/**
 * The agency that has accepted a redirected referral gets a referral of its own, linked to the first, so that its
 * clocks run from the moment when it took the family (FAP-14).
 */
public class TakeOver {

    private final Referrals referrals;
    private final PinnedRules rules;
    private final Supplier<String> references;

    public TakeOver(Referrals referrals, PinnedRules rules, Supplier<String> references) {
        this.referrals = referrals;
        this.rules = rules;
        this.references = references;
    }

    /**
     * Begins the referral of the agency that took over, once however often the news arrives.
     *
     * @param by who accepted it, and when
     */
    public void begin(String referralId, Actor by, Instant at, String messageId, Instant now) {
        var found = referrals.find(referralId);
        if (found.isEmpty()) {
            return;
        }
        var first = found.get().referral();
        var next = first.standing().redirectedTo();
        if (next == null) {
            return;
        }
        Referrals.Saved saved;
        do {
            saved = referrals.addOnce(begun(first, next, by, at, rules.of(first)), now, messageId);
        } while (saved == Referrals.Saved.STALE);
    }

    private Change<Referral, ReferralEvent> begun(Referral first, Receiver next, Actor by, Instant at, Rules ofFirst) {
        // One that was redirected where nothing fits, before that was refused, goes on as what it is.
        var pathway = Onward.into(next.agency(), first, ofFirst).orElse(ofFirst.pathway());
        var applicable = new Rules(ofFirst.pack(), pathway, ofFirst.bankHolidays());
        var passedOn = first.standing().passedOn();
        var whole = first.content();
        var content = passedOn == null ? whole : whole.letThrough(passedOn, ofFirst.pathway());
        var submission = new Submission(
                UUID.nameUUIDFromBytes(("taken over/" + first.id()).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                references.get(),
                by,
                first.referrer(),
                new Receiver(
                        next.agency(),
                        next.agencyName(),
                        Rules.role(pathway.to().person())),
                new Content(
                        content.disclosed(),
                        content.texts(),
                        content.documents(),
                        content.call(),
                        content.situation(),
                        first.id()));
        return submission.takenOver(applicable, at);
    }
}
