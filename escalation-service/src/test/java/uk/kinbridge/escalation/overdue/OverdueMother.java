package uk.kinbridge.escalation.overdue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.kinbridge.escalation.disagreement.Actor;
import uk.kinbridge.escalation.disagreement.Pinned;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackId;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.ProtocolCopies;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.protocols.time.BankHolidays;

/** An acknowledgement that Hackney's treatment service owes and does not give. */
public final class OverdueMother {

    /** A Tuesday in winter, ten in the morning in London. */
    public static final Instant BREACH = Instant.parse("2026-11-24T10:00:00Z");

    public static final String TREATMENT = "hackney-drug-treatment";
    public static final String SOCIAL_CARE = "hackney-childrens-social-care";

    private OverdueMother() {}

    public static Protocols protocols() {
        return new PublishedProtocols(Packs.shipped(), new ProtocolCopies() {
            @Override
            public List<Pack> all() {
                return List.of();
            }

            @Override
            public void keep(Pack pack, String yaml) {
                throw new UnsupportedOperationException();
            }
        });
    }

    /** What was overdue has been done. */
    public static Change<Concern, ConcernEvent> done(Concern concern, Instant at) {
        return concern.done(at).orElseThrow();
    }

    /** An agency on the other side has raised a disagreement on it. */
    public static Change<Concern, ConcernEvent> raised(Concern concern, String disagreement, Actor by) {
        return concern.raisedAs(disagreement, by, BREACH);
    }

    public static ManagersTime managersTime() {
        return new ManagersTime(protocols(), BankHolidays::shipped);
    }

    public static Overdue overdue(String referral) {
        var pinned = Packs.shipped().latest(new PackId("hackney")).orElseThrow().reference();
        return new Overdue(
                new Overdue.Source("referral", referral, "R-" + referral, "/api/referrals/" + referral),
                "acknowledge",
                "The referral is acknowledged",
                List.of("HAC-03"),
                new Owner(TREATMENT, "safeguarding-lead"),
                List.of(SOCIAL_CARE),
                BREACH.minusSeconds(86_400),
                BREACH,
                BREACH,
                new Pinned(pinned.id().value(), pinned.version(), pinned.hash()));
    }

    /** A receipt that Salford's Children's Services owe the treatment service. */
    public static Overdue salford(String referral, Instant now) {
        var pinned = Packs.shipped().latest(new PackId("salford")).orElseThrow().reference();
        return new Overdue(
                new Overdue.Source("referral", referral, "R-" + referral, "/api/referrals/" + referral),
                "confirm-receipt",
                "The Bridge confirms receipt",
                List.of("SAL-06"),
                new Owner("salford-childrens-services", "duty-worker"),
                List.of("achieve-salford"),
                now.minusSeconds(86_400),
                now.minusSeconds(60),
                now.minusSeconds(60),
                new Pinned(pinned.id().value(), pinned.version(), pinned.hash()));
    }

    public static Change<Concern, ConcernEvent> born(String referral) {
        return Concern.of(overdue(referral), "N-" + referral, managersTime(), Set.of(), BREACH);
    }
}
