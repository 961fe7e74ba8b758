package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.OneFamily;

/** Keeps referrals in step with what becomes of appointments and of contact with a family, as the packs say. */
public class FollowAppointments {

    private static final int BATCH = 100;

    private final Referrals referrals;
    private final PinnedRules rules;
    private final Families families;

    public FollowAppointments(Referrals referrals, PinnedRules rules, Families families) {
        this.referrals = referrals;
        this.rules = rules;
        this.families = families;
    }

    /**
     * What happened, as assessment-service tells it.
     *
     * @param said facts for the story, by name
     * @param at when it happened; news of it may come later, twice, or after what followed from it
     */
    public record Heard(CaseEvent event, Map<String, String> said, Actor by, Instant at) {}

    /** Something happened to the appointments that follow from a referral. */
    public void onReferral(String referral, Heard heard, String messageId, Instant now) {
        Referrals.Saved saved;
        do {
            var found = referrals.find(referral);
            if (found.isEmpty() || !isParty(found.get().referral(), heard.by())) {
                return;
            }
            var current = found.get().referral();
            var change = current.heard(heard.event(), heard.said(), heard.by(), heard.at(), rules.of(current));
            if (change.isEmpty()) {
                return;
            }
            saved = referrals.saveOnce(found.get().version(), change.get(), now, messageId);
        } while (saved == Referrals.Saved.STALE);
    }

    /**
     * A missed appointment was none: the story says so. Where that leaves appointments to be offered, it goes on as before
     * they were used up; what people have decided meanwhile is theirs to change.
     */
    public void corrected(String referral, boolean offersLeft, Actor by, Instant at, String messageId, Instant now) {
        Referrals.Saved saved;
        do {
            var found = referrals.find(referral);
            if (found.isEmpty() || !isParty(found.get().referral(), by)) {
                return;
            }
            var line = new Happening(
                    at,
                    "appointment.missed-taken-back",
                    "An appointment that was told as missed was not: the outcome was corrected",
                    by,
                    List.of(),
                    Map.of());
            var current = found.get().referral();
            var back = offersLeft
                    ? OffersLeft.again(current, line, by, at, rules.of(current))
                    : Optional.<Change<Referral, ReferralEvent>>empty();
            saved = referrals.saveOnce(
                    found.get().version(),
                    back.orElseGet(() -> Change.silent(current.withClocks(current.clocks(), List.of(line)))),
                    now,
                    messageId);
        } while (saved == Referrals.Saved.STALE);
    }

    /** Something happened to a whole family: every referral about it that the agency is party of tells it. */
    public void onFamily(String family, Heard heard, String messageId, Instant now) {
        for (var referral : about(family, heard.by().agency())) {
            onReferral(referral, heard, messageId, now);
        }
    }

    /** Its cases may have been opened under either record of a family that had two. */
    private List<String> about(String family, String agency) {
        var records = OneFamily.behind(families, family).map(OneFamily::ids).orElseGet(() -> List.of(family));
        var ids = new ArrayList<String>();
        @Nullable String after = null;
        List<Referrals.Held> page;
        do {
            page = referrals.ofFamily(records, agency, after, BATCH);
            page.forEach(held -> ids.add(held.referral().id()));
            after = page.isEmpty() ? after : page.getLast().referral().id();
        } while (page.size() == BATCH);
        return ids;
    }

    private static boolean isParty(Referral referral, Actor by) {
        return referral.parties().contains(by.agency());
    }
}
