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
        return after(family, List.of(latest), List.of(), latest.by(), latest.at());
    }

    /**
     * What concerns make that have come to be known of this family.
     *
     * @param latest those that are new here
     * @param elsewhere pictures of records that have become part of this one: what is in one of them is known
     * @param by through whom they have come
     */
    Change<ConcernsOfFamily, ConcernEvent> after(
            ConcernsOfFamily family, List<Concern> latest, List<Picture> elsewhere, Worker by, Instant now) {
        var next = family;
        var told = new ArrayList<ConcernEvent>();
        for (var rule : pack.practice().concerns()) {
            var open = next.open(rule.id().value());
            var counting = counting(next, rule, now);
            if (open.isPresent()) {
                var joining = latest.stream()
                        .filter(c -> !open.get().concerns().contains(c.id()))
                        .toList();
                if (!joining.isEmpty()) {
                    var grown = grown(next, open.get(), rule, counting, joining, now);
                    next = next.with(replaced(next.pictures(), grown), next.clocks());
                    told.addAll(growth(next, grown, joining, by, now));
                }
            } else if (addsUp(rule, counting) && !isKnown(rule, counting, elsewhere)) {
                var raised = raised(next, rule, counting, now);
                next = next.with(plus(next.pictures(), raised), clocks(next, rule, raised));
                told.addAll(notices(next, raised, rule, by));
            }
        }
        return new Change<>(next, told);
    }

    private static boolean isKnown(ConcernRule rule, List<Concern> counting, List<Picture> elsewhere) {
        var ids = counting.stream().map(Concern::id).toList();
        return elsewhere.stream()
                .anyMatch(picture -> picture.rule().equals(rule.id().value())
                        && picture.concerns().containsAll(ids));
    }

    /** What has joined may be worse, or of one more agency, than what was told: reasons and people are found anew. */
    private Picture grown(
            ConcernsOfFamily family,
            Picture open,
            ConcernRule rule,
            List<Concern> counting,
            List<Concern> joining,
            Instant now) {
        var all = family.concerns().stream()
                .filter(c -> open.concerns().contains(c.id()) || counting.contains(c) || joining.contains(c))
                .toList();
        return open.of(
                all.stream().map(Concern::id).toList(),
                reasons(rule, all),
                together(open.told(), addressees(family, rule.raiseTo(), all)),
                together(open.onBreach(), whenLate(family, rule, all)),
                now);
    }

    private static List<Addressee> together(List<Addressee> some, List<Addressee> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** What is left of an open picture when some of its concerns are found to be about another family. */
    Change<ConcernsOfFamily, ConcernEvent> parted(ConcernsOfFamily family, Picture open, Worker by, Instant now) {
        var left = family.concerns().stream()
                .filter(c -> open.concerns().contains(c.id()))
                .toList();
        var ids = left.stream().map(Concern::id).toList();
        var rule = pack.practice().concerns().stream()
                .filter(one -> one.id().value().equals(open.rule()))
                .findFirst();
        if (rule.isPresent() && addsUp(rule.get(), left)) {
            var smaller = open.of(ids, reasons(rule.get(), left), open.told(), open.onBreach(), now);
            var next = family.with(replaced(family.pictures(), smaller), family.clocks());
            return new Change<>(
                    next,
                    toLeads(
                            next,
                            smaller,
                            "Some concerns of a picture that waits for an answer are about another family; "
                                    + left.size() + " are left",
                            by,
                            now));
        }
        var lapsed = open.lapsed(ids, new Picture.Lapsed(now, "Its other concerns are about another family."));
        var next = family.with(
                replaced(family.pictures(), lapsed),
                new Clocks(family.clocks()).cancelled(open.clockKind(), now).all());
        var told = new ArrayList<ConcernEvent>();
        told.add(new ConcernEvent.NoticeFulfilled(lapsed, Picture.RAISED, by, now));
        family.late(open).ifPresent(clock -> told.add(family.met(lapsed, clock, now)));
        lapsed.told()
                .forEach(to -> told.add(family.toRole(
                        lapsed,
                        to,
                        "picture-lapsed",
                        "A picture waits for no answer any more: its concerns are about two families",
                        now)));
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
                whenLate(family, rule, counting),
                at,
                null,
                null,
                null);
    }

    private List<Addressee> whenLate(ConcernsOfFamily family, ConcernRule rule, List<Concern> counting) {
        return clock(rule).stream()
                .flatMap(clock -> addressees(family, clock.onBreach().tell(), counting).stream())
                .toList();
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
        return Stream.concat(
                        toLeads(family, raised, rule.words(), by, raised.at()).stream(),
                        family.contributors(raised).stream()
                                .map(worker -> counted(
                                        family,
                                        raised,
                                        worker,
                                        "Your concern counts: with others it makes a picture that was raised",
                                        raised.at())))
                .toList();
    }

    /** Those who can act learn what has joined, and whoever recorded it that it counts (JWP-08, JWP-10). */
    private List<ConcernEvent> growth(
            ConcernsOfFamily family, Picture grown, List<Concern> joining, Worker by, Instant now) {
        var words = "%s in a picture that waits for an answer: now %d concerns"
                .formatted(
                        joining.size() == 1 ? "One more concern counts" : joining.size() + " more concerns count",
                        grown.concerns().size());
        return Stream.concat(
                        toLeads(family, grown, words, by, now).stream(),
                        joining.stream()
                                .map(Concern::by)
                                .distinct()
                                .map(worker -> counted(
                                        family,
                                        grown,
                                        worker,
                                        "Your concern counts in a picture that was raised before",
                                        now)))
                .toList();
    }

    private List<ConcernEvent> toLeads(ConcernsOfFamily family, Picture picture, String words, Worker by, Instant at) {
        return picture.told().stream()
                .<ConcernEvent>map(to -> new ConcernEvent.NoticeRequested(
                        family.id(),
                        picture,
                        Picture.RAISED,
                        to.agency(),
                        to.role(),
                        null,
                        words + " (" + picture.reference() + ").",
                        picture.obligations(),
                        true,
                        at,
                        by,
                        pursued(family, to, by, at)))
                .toList();
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

    private static ConcernEvent counted(
            ConcernsOfFamily family, Picture picture, Worker worker, String words, Instant at) {
        return family.toContributor(picture, worker, "concern-counted", words + " (" + picture.reference() + ").", at);
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
