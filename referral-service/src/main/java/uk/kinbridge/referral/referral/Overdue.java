package uk.kinbridge.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks.Elapsed;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.ClockId;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.referral.referral.ReferralEvent.Addressee;
import uk.kinbridge.referral.referral.ReferralEvent.NoticeRequested;

/** What is said, and to whom, when a clock of a referral comes near its due time or passes it. */
record Overdue(Elapsed elapsed, Referral referral, Rules rules) {

    /** The same event about the referral as it is after time has acted. */
    static ReferralEvent about(ReferralEvent event, Referral next) {
        return switch (event) {
            case NoticeRequested n -> n.about(next);
            case ReferralEvent.PassedOn p -> new ReferralEvent.PassedOn(next, p.to(), p.by(), p.at());
            case ReferralEvent.Invited i -> new ReferralEvent.Invited(next, i.appointmentAt(), i.by(), i.at());
            case ReferralEvent.NoticeFulfilled f ->
                new ReferralEvent.NoticeFulfilled(next, f.purpose(), f.by(), f.at());
            case ReferralEvent.ClockBreached b -> new ReferralEvent.ClockBreached(next, b.clock(), b.words(), b.told());
            case ReferralEvent.ClockMet m -> new ReferralEvent.ClockMet(next, m.breached(), m.words(), m.metAt());
        };
    }

    Happening line(Instant now) {
        return new Happening(now, event().word(), words(), null, clock().obligations(), Map.of());
    }

    /** Warned is its owner; a breach goes to the people whom the pack names, never to nobody. */
    List<ReferralEvent> notices(Instant now) {
        return addressees().stream()
                .<ReferralEvent>map(to -> new NoticeRequested(
                        referral,
                        clock().kind() + suffix(),
                        to,
                        words() + " (" + referral.reference() + ").",
                        clock().obligations(),
                        null,
                        now))
                .toList();
    }

    /** What is overdue is news for the other services too, once. */
    List<ReferralEvent> news() {
        return elapsed instanceof Elapsed.Breached
                ? List.of(new ReferralEvent.ClockBreached(referral, clock(), rule().words(), addressees()))
                : List.of();
    }

    private List<Addressee> addressees() {
        var owner = new Addressee(clock().owner().agency(), clock().owner().role(), null);
        return switch (elapsed) {
            case Elapsed.Warned _ -> List.of(owner);
            case Elapsed.Breached _ -> {
                var told = rule().onBreach().tell().stream()
                        .map(this::addressee)
                        .distinct()
                        .toList();
                yield told.isEmpty() ? List.of(owner) : told;
            }
        };
    }

    private Addressee addressee(Party party) {
        return rules.addressee(party, referral, clock().owner().agency());
    }

    private uk.kinbridge.protocols.pack.Clock rule() {
        return rules.pathway()
                .clock(new ClockId(clock().kind()))
                .orElseThrow(() -> new IllegalStateException("the pinned pathway has no clock " + clock().kind()));
    }

    private Clock clock() {
        return elapsed.clock();
    }

    private CaseEvent event() {
        return elapsed instanceof Elapsed.Breached ? CaseEvent.CLOCK_BREACHED : CaseEvent.CLOCK_WARNED;
    }

    /** A notice is known by its purpose: after a move, a second warning is another notice and not a repetition. */
    private String suffix() {
        var word = elapsed instanceof Elapsed.Breached ? "-overdue" : "-due-soon";
        return word + RunningClock.again(clock());
    }

    private String words() {
        var due = Story.spoken(clock().dueAt());
        return switch (elapsed) {
            case Elapsed.Warned _ -> "Not done yet and due on " + due + ": " + rule().words();
            case Elapsed.Breached _ -> "Overdue since " + due + ": " + rule().words() + asked();
        };
    }

    /** What those who hear of the breach are asked to do, and whom they can call about it (SAL-06). */
    private String asked() {
        var breach = rule().onBreach();
        var call = breach.call();
        var number = call == null
                ? ""
                : rules.pack()
                        .contact(call)
                        .flatMap(contact -> contact.telephones().stream().findFirst())
                        .map(telephone -> " (" + telephone + ")")
                        .orElse("");
        return breach.words() == null ? number : ". " + breach.words() + number;
    }
}
