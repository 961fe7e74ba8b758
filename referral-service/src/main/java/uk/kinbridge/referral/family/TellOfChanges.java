package uk.kinbridge.referral.family;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/**
 * Whom the protocols have told when a family's circumstances change: the services that work with it too (HAC-17, DOR-09).
 * The record itself tells, so it needs no assessment and no referral for that.
 */
public class TellOfChanges {

    /** What is written in one sitting needs one receipt: the record is read as a whole. */
    private static final Duration SITTING = Duration.ofMinutes(10);

    private final Protocols protocols;
    private final Supplier<BankHolidays> holidays;

    public TellOfChanges(Protocols protocols, Supplier<BankHolidays> holidays) {
        this.protocols = protocols;
        this.holidays = holidays;
    }

    /**
     * What is told of that change.
     *
     * @param version of the record before it; it makes each change a notice of its own
     */
    List<CircumstancesTold> of(Family family, CircumstancesChanged change, long version) {
        var facts = EnumSet.noneOf(Fact.class);
        facts.addAll(Situation.of(family));
        if (family.parties().size() > 1) {
            facts.add(Fact.OPEN_TO_BOTH_SERVICES);
        }
        return protocols.of(change.by().agency(), Checks.today(change.at())).stream()
                .flatMap(pack -> pack.notices().stream()
                        .filter(notice -> notice.on() == CaseEvent.CIRCUMSTANCES_CHANGED)
                        .filter(notice -> holds(notice, facts))
                        .flatMap(notice -> told(family, change, pack, notice, version)))
                .toList();
    }

    private static boolean holds(Notice notice, EnumSet<Fact> facts) {
        var when = notice.when();
        return when == null || when.holds(facts);
    }

    private Stream<CircumstancesTold> told(
            Family family, CircumstancesChanged change, Pack pack, Notice notice, long version) {
        var by = change.by();
        var people = new WorksWith(family, pack, by.agency());
        var sender = new Addressee(by.agency(), Role.PRACTITIONER.kebab(), by.person());
        var rules = new Pursued.Rules(pack, holidays.get());
        boolean asksForReceipt = !inTheSameSitting(family, change);
        return notice.to().stream()
                .flatMap(people::who)
                .distinct()
                .filter(to -> !to.equals(sender))
                .map(to -> new CircumstancesTold(
                        change.family(),
                        change.reference(),
                        notice.id().value() + "-" + version,
                        to,
                        notice.words() + " (" + change.reference() + ").",
                        notice.obligations().stream().map(ObligationId::value).toList(),
                        by,
                        asksForReceipt
                                ? rules.pursued(notice, to, party -> people.whenSilent(to, party), sender, change.at())
                                : null,
                        pack.pack().value(),
                        change.at()));
    }

    private static boolean inTheSameSitting(Family family, CircumstancesChanged change) {
        return family.history().stream()
                .filter(line -> line.at().isBefore(change.at())
                        && !line.at().plus(SITTING).isBefore(change.at()))
                .filter(line -> CircumstancesChanged.isCircumstance(line, family))
                .map(Line::by)
                .anyMatch(by -> by != null && by.agency().equals(change.by().agency()));
    }
}
