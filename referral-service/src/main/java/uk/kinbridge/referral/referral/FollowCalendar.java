package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.published.FollowsCalendars;
import uk.kinbridge.referral.referral.Referrals.Held;
import uk.kinbridge.referral.referral.Referrals.Saved;

/** Referrals follow newly published bank holidays. */
public class FollowCalendar implements FollowsCalendars<Held> {

    private final Referrals referrals;
    private final PinnedRules rules;

    public FollowCalendar(Referrals referrals, PinnedRules rules) {
        this.referrals = referrals;
        this.rules = rules;
    }

    @Override
    public String what() {
        return "referrals";
    }

    @Override
    public List<Held> behind(String calendar, @Nullable Place after, int limit) {
        return referrals.behind(calendar, after, limit);
    }

    @Override
    public Place placeOf(Held held) {
        return new Place(
                held.referral().oldestCalendar().orElseThrow(), held.referral().id());
    }

    @Override
    public OptionalInt bring(Held held, Instant now) {
        var change = held.referral().recompute(rules.of(held.referral()), now);
        return change.isPresent() && referrals.save(held.version(), change.get(), now) == Saved.DONE
                ? OptionalInt.of(change.get().events().size())
                : OptionalInt.empty();
    }
}
