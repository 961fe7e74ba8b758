package uk.kinbridge.referral.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.platform.clock.Clocks;
import uk.kinbridge.platform.clock.Owner;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.RunningClock;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.Deadlines;
import uk.kinbridge.protocols.time.Within;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Situation;
import uk.kinbridge.referral.family.WorksWith;
import uk.kinbridge.referral.notice.Addressee;
import uk.kinbridge.referral.notice.Pursued;

/** Whom the protocol has told when somebody enters treatment, and under which conditions (SAL-16). Pure. */
record TreatmentRules(Pack pack, BankHolidays holidays, Family family) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Within WARN_BEFORE = Within.workingHours(4);

    /** Health visiting looks after children until they go to school, school nursing from then on. */
    private static final int GOES_TO_SCHOOL = 5;

    /**
     * Tells whom the protocol names, if the conditions hold.
     *
     * @param consent the consent to liaison that the person has given; null for none that stands
     */
    Change<Treatment, TreatmentEvent> tell(Treatment treatment, @Nullable String consent, Instant now) {
        var rules = pack.notices().stream()
                .filter(notice -> notice.on() == CaseEvent.TREATMENT_ENTERED)
                .toList();
        if (rules.isEmpty()) {
            return Change.silent(nobody(treatment, "The protocol asks nobody to be told", now));
        }
        var facts = facts(consent);
        var holding = rules.stream().filter(rule -> holds(rule, facts)).toList();
        if (holding.isEmpty() || consent == null) {
            return Change.silent(nobody(
                    treatment,
                    consent == null
                            ? "Consent to tell others has not been given, or does not stand any more"
                            : "The conditions of the protocol do not hold",
                    now));
        }
        return told(treatment, holding, consent, now);
    }

    private static Treatment nobody(Treatment treatment, String why, Instant now) {
        return treatment.with(treatment.told().noFurther(why, now), treatment.outside(), treatment.clocks());
    }

    private Set<Fact> facts(@Nullable String consent) {
        var facts = EnumSet.noneOf(Fact.class);
        facts.addAll(Situation.of(family));
        if (consent != null) {
            facts.add(Fact.CONSENT_GIVEN);
        }
        if (family.parties().size() > 1) {
            facts.add(Fact.OPEN_TO_BOTH_SERVICES);
        }
        return facts;
    }

    private static boolean holds(Notice rule, Set<Fact> facts) {
        var when = rule.when();
        return when == null || when.holds(facts);
    }

    private Change<Treatment, TreatmentEvent> told(
            Treatment treatment, List<Notice> rules, String consent, Instant now) {
        var people = new WorksWith(family, pack, treatment.agency());
        // Who has been told before is not told again; what stopped with an earlier consent is owed again with this one.
        var settled =
                treatment.outside().stream().filter(one -> !one.isStopped()).toList();
        var outside = new ArrayList<Treatment.Outside>();
        var clocks = new Clocks(treatment.clocks());
        for (var rule : rules) {
            for (var one : outside(rule, people, now)) {
                if (settled.stream().noneMatch(before -> before.id().equals(one.id()))) {
                    outside.add(one);
                    clocks = clocks.with(clock(rule, one, now));
                }
            }
        }
        var inside = Stream.concat(
                        treatment.told().agencies().stream(),
                        rules.stream()
                                .flatMap(rule -> rule.to().stream())
                                .flatMap(people::who)
                                .map(Addressee::agency)
                                .filter(agency -> !agency.equals(treatment.agency())))
                .distinct()
                .toList();
        var next = treatment.with(
                new Treatment.Told(inside, "With the consent of the person", consent, now),
                Stream.concat(settled.stream(), outside.stream()).toList(),
                clocks.all());
        var events = new ArrayList<TreatmentEvent>();
        rules.forEach(rule -> events.addAll(notices(treatment, next, rule, people, now)));
        treatment.outside().stream()
                .filter(Treatment.Outside::isStopped)
                .forEach(one -> events.add(new TreatmentEvent.NoticeFulfilled(next, one.stop(), next.by(), now)));
        outside.forEach(one -> events.add(new TreatmentEvent.NoticeRequested(
                next,
                one.kind(),
                one.owner(),
                one.words(),
                TreatmentEvent.NoticeRequested.RECORD,
                one.obligations(),
                null,
                null,
                now)));
        return new Change<>(next, events);
    }

    private List<TreatmentEvent> notices(Treatment before, Treatment next, Notice rule, WorksWith people, Instant now) {
        var sender = new Addressee(
                next.agency(), Role.PRACTITIONER.kebab(), next.by().person());
        var receipts = new Pursued.Rules(pack, holidays);
        return rule.to().stream()
                .flatMap(people::who)
                .distinct()
                .filter(to -> !to.equals(sender) && !before.told().agencies().contains(to.agency()))
                .<TreatmentEvent>map(to -> {
                    var pursued = receipts.pursued(rule, to, party -> people.whenSilent(to, party), sender, now);
                    return new TreatmentEvent.NoticeRequested(
                            next,
                            rule.id().value(),
                            to,
                            rule.words(),
                            pursued == null ? null : "Confirm that you know",
                            ids(rule),
                            next.by(),
                            pursued,
                            now);
                })
                .toList();
    }

    private List<Treatment.Outside> outside(Notice rule, WorksWith people, Instant now) {
        var asked = rule.outside();
        if (asked == null) {
            return List.of();
        }
        var owner = people.who(asked.toldBy()).findFirst().orElseThrow();
        var onBreach =
                asked.onBreach().tell().stream().flatMap(people::who).distinct().toList();
        return asked.agencies().stream()
                .filter(agency ->
                        !isOfChildren(agency) || !children(agency, now).isEmpty())
                .map(agency -> new Treatment.Outside(
                        agency.word(),
                        rule.words() + ": " + agency.word().replace('-', ' ') + " is told",
                        children(agency, now),
                        ids(rule),
                        owner,
                        onBreach,
                        null))
                .toList();
    }

    private static boolean isOfChildren(AgencyRole agency) {
        return agency == AgencyRole.HEALTH_VISITING || agency == AgencyRole.SCHOOL_NURSING;
    }

    /** The children that such an agency looks after; one whose age nobody knows may be with either. */
    private List<String> children(AgencyRole agency, Instant now) {
        if (!isOfChildren(agency)) {
            return List.of();
        }
        var today = now.atZone(LONDON).toLocalDate();
        boolean school = agency == AgencyRole.SCHOOL_NURSING;
        return family.childMembers().stream()
                .filter(child -> school ? mayGoToSchool(child, today) : !goesToSchool(child, today))
                .map(Person::id)
                .toList();
    }

    private static boolean goesToSchool(Person child, LocalDate today) {
        var bornOn = child.bornOn();
        return bornOn != null && !bornOn.plusYears(GOES_TO_SCHOOL).isAfter(today);
    }

    private static boolean mayGoToSchool(Person child, LocalDate today) {
        return child.kind() == Person.Kind.CHILD && (child.bornOn() == null || goesToSchool(child, today));
    }

    private Clock clock(Notice rule, Treatment.Outside one, Instant now) {
        var calendar = pack.calendarOf(new AgencyId(one.owner().agency()), holidays);
        var deadline = Deadlines.compute(Objects.requireNonNull(rule.outside()).within(), now, calendar);
        return RunningClock.started(
                one.kind(),
                one.obligations(),
                new Owner(one.owner().agency(), one.owner().role()),
                deadline,
                WARN_BEFORE);
    }

    private static List<String> ids(Notice rule) {
        return rule.obligations().stream().map(ObligationId::value).toList();
    }
}
