package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.ConcernRule;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.Side;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.referral.concern.Picture.Addressee;
import uk.kinbridge.referral.information.Worker;
import uk.kinbridge.referral.notice.Pursued;

/** How concerns add up under a protocol: so many, of so many agencies, with these factors, within that time. */
record AddingUp(Pack pack, BankHolidays holidays, Supplier<String> ids, Supplier<String> references) {

    /** What the new concern makes: it joins a picture that waits for an answer, or makes one. */
    Change<ConcernsOfFamily, ConcernEvent> after(ConcernsOfFamily family, Concern latest) {
        var next = family;
        var told = new ArrayList<ConcernEvent>();
        for (var rule : pack.practice().concerns()) {
            var open = next.open(rule.id().value());
            if (open.isPresent()) {
                var grown = open.get().and(latest);
                next = next.with(replaced(next.pictures(), grown), next.clocks());
                told.add(counted(next, grown, latest));
            } else {
                var counting = counting(next, rule, latest.at());
                if (addsUp(rule, counting)) {
                    var raised = raised(next, rule, counting, latest.at());
                    next = next.with(plus(next.pictures(), raised), clocks(next, rule, raised));
                    told.addAll(notices(next, raised, rule, latest.by()));
                }
            }
        }
        return new Change<>(next, told);
    }

    private List<Concern> counting(ConcernsOfFamily family, ConcernRule rule, Instant now) {
        var calendar = pack.calendarOf(new AgencyId(family.holder()), holidays);
        return family.concerns().stream()
                .filter(concern -> !Deadlines.compute(rule.period(), concern.at(), calendar)
                        .due()
                        .isBefore(now))
                .toList();
    }

    private static boolean addsUp(ConcernRule rule, List<Concern> counting) {
        var when = rule.when();
        return counting.size() >= rule.concerns()
                && agencies(counting).size() >= rule.agencies()
                && (when == null || when.holds(factors(counting)));
    }

    private Picture raised(ConcernsOfFamily family, ConcernRule rule, List<Concern> counting, Instant at) {
        return new Picture(
                ids.get(),
                references.get(),
                rule.id().value(),
                pack.reference(),
                rule.obligations().stream().map(ObligationId::value).toList(),
                reasons(rule, counting),
                counting.stream().map(Concern::id).toList(),
                addressees(family, rule.raiseTo(), counting),
                clock(rule).stream()
                        .flatMap(clock -> addressees(family, clock.onBreach().tell(), counting).stream())
                        .toList(),
                at,
                null);
    }

    private static List<String> reasons(ConcernRule rule, List<Concern> counting) {
        var reasons = new ArrayList<String>();
        reasons.add(rule.words() + ".");
        reasons.add("%d concerns of %d agencies within %s."
                .formatted(counting.size(), agencies(counting).size(), rule.period()));
        factors(counting).forEach(fact -> reasons.add("Recorded: " + fact.spoken() + "."));
        return reasons;
    }

    private List<Clock> clocks(ConcernsOfFamily family, ConcernRule rule, Picture raised) {
        return clock(rule)
                .map(clock -> {
                    var deadline =
                            clock.deadline(raised.at(), pack.calendarOf(new AgencyId(family.holder()), holidays));
                    return new Clocks(family.clocks())
                            .with(RunningClock.started(
                                    raised.clockKind(),
                                    clock.obligations().stream()
                                            .map(ObligationId::value)
                                            .toList(),
                                    new Owner(family.holder(), role(clock.owner())),
                                    deadline,
                                    clock.warnBefore()))
                            .all();
                })
                .orElse(family.clocks());
    }

    private Optional<uk.kinbridge.protocols.pack.Clock> clock(ConcernRule rule) {
        return pack.clocks().stream()
                .filter(clock -> clock.id().equals(rule.answeredWithin()))
                .findFirst();
    }

    private List<ConcernEvent> notices(ConcernsOfFamily family, Picture raised, ConcernRule rule, Worker by) {
        var toLeads = raised.told().stream()
                .<ConcernEvent>map(to -> new ConcernEvent.NoticeRequested(
                        family.id(),
                        raised,
                        Picture.RAISED,
                        to.agency(),
                        to.role(),
                        null,
                        rule.words() + " (" + raised.reference() + ").",
                        raised.obligations(),
                        true,
                        raised.at(),
                        by,
                        pursued(family, to, by, raised.at())));
        var toContributors = family.contributors(raised).stream()
                .map(worker -> family.toContributor(
                        raised,
                        worker,
                        "concern-counted",
                        "Your concern counts: with others it makes a picture that was raised (" + raised.reference()
                                + ").",
                        raised.at()));
        return Stream.concat(toLeads, toContributors).toList();
    }

    /** Those who can act confirm that they know, in the time that the pack gives, or others hear of it (HAC-17). */
    private @Nullable Pursued pursued(ConcernsOfFamily family, Addressee to, Worker by, Instant at) {
        var rules = new Pursued.Rules(pack, holidays);
        return rules.on(CaseEvent.PICTURE_RAISED)
                .map(notice -> rules.pursued(
                        notice,
                        told(to.agency(), to.role(), null),
                        party -> Stream.of(
                                told(party.side() == Side.OTHER ? to.agency() : family.holder(), role(party), null)),
                        told(by.agency(), "practitioner", by.person()),
                        at))
                .orElse(null);
    }

    private static uk.kinbridge.referral.notice.Addressee told(String agency, String role, @Nullable String person) {
        return new uk.kinbridge.referral.notice.Addressee(agency, role, person);
    }

    private static ConcernEvent counted(ConcernsOfFamily family, Picture grown, Concern latest) {
        return family.toContributor(
                grown,
                latest.by(),
                "concern-counted",
                "Your concern counts in a picture that was raised before (" + grown.reference() + ").",
                latest.at());
    }

    /** The holder of the record, and on the other side the agencies whose concerns count. */
    private static List<Addressee> addressees(ConcernsOfFamily family, List<Party> parties, List<Concern> counting) {
        return parties.stream()
                .flatMap(party -> (party.side() == Side.OTHER
                                ? agencies(counting).stream().filter(agency -> !agency.equals(family.holder()))
                                : Stream.of(family.holder()))
                        .map(agency -> new Addressee(agency, role(party))))
                .distinct()
                .toList();
    }

    private static List<String> agencies(List<Concern> concerns) {
        return concerns.stream()
                .map(concern -> concern.by().agency())
                .distinct()
                .toList();
    }

    private static Set<Fact> factors(List<Concern> concerns) {
        var facts = EnumSet.noneOf(Fact.class);
        Arrays.stream(Fact.values())
                .filter(fact -> concerns.stream().anyMatch(c -> c.factors().contains(fact.word())))
                .forEach(facts::add);
        return facts;
    }

    private static String role(Party party) {
        return party.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Picture> replaced(List<Picture> pictures, Picture one) {
        return pictures.stream().map(p -> p.id().equals(one.id()) ? one : p).toList();
    }

    private static List<Picture> plus(List<Picture> pictures, Picture one) {
        var more = new ArrayList<>(pictures);
        more.add(one);
        return more;
    }
}
