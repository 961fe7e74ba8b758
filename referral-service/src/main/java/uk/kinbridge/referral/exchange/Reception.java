package uk.kinbridge.referral.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.referral.referral.Referrals;

/** What becomes of a message from another system. */
public sealed interface Reception {

    /**
     * It had its effect.
     *
     * @param remarks what its sender should know all the same: what stands beside a record that says otherwise, and what
     *     could not be taken
     */
    record Done(Referrals.Held held, List<Ground> remarks) implements Reception {

        public Done {
            remarks = List.copyOf(remarks);
        }

        Done(Referrals.Held held) {
            this(held, List.of());
        }
    }

    /** It, or what it says, was here before; nothing changes. */
    record Before(String referralId) implements Reception {}

    /**
     * A rule of the protocol or of the record is against it; nothing was sent.
     *
     * @param remarks what of it was kept all the same, such as a consent that was refused
     */
    record Refused(List<Ground> grounds, List<Ground> remarks) implements Reception {

        public Refused {
            grounds = List.copyOf(grounds);
            remarks = List.copyOf(remarks);
        }

        Refused(List<Ground> grounds) {
            this(grounds, List.of());
        }
    }

    /** Something in it names what does not exist, at least not for the sender. */
    record Unknown(List<Ground> grounds) implements Reception {}

    /** Not for this caller. */
    record NotPermitted(AccessDecision.Refused refused) implements Reception {}

    /** Somebody has changed the referral since the sender read it. */
    record Stale() implements Reception {}

    /** That cannot happen where the referral stands. */
    record NotNow(List<Ground> grounds) implements Reception {}

    /** The same with what its sender should know beside. */
    default Reception with(List<Ground> more) {
        return switch (this) {
            case Done(Referrals.Held held, List<Ground> remarks) -> new Done(held, joined(remarks, more));
            case Refused(List<Ground> grounds, List<Ground> remarks) -> new Refused(grounds, joined(remarks, more));
            case Before _, Unknown _, NotPermitted _, Stale _, NotNow _ -> this;
        };
    }

    private static List<Ground> joined(List<Ground> some, List<Ground> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Why.
     *
     * @param about the field or the item; null where it is the whole
     * @param obligations that ask for it; none where no protocol does
     */
    record Ground(@Nullable String about, String words, List<String> obligations) {

        public Ground {
            obligations = List.copyOf(obligations);
        }
    }
}
