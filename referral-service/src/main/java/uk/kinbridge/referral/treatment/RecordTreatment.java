package uk.kinbridge.referral.treatment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.Families;
import uk.kinbridge.referral.family.Family;
import uk.kinbridge.referral.family.FamilyAccess;
import uk.kinbridge.referral.family.OneFamily;
import uk.kinbridge.referral.family.Person;
import uk.kinbridge.referral.family.Situation;
import uk.kinbridge.referral.information.ConsentRecords;
import uk.kinbridge.referral.information.Decide;
import uk.kinbridge.referral.information.FactsOfFamilies;
import uk.kinbridge.referral.information.KeptConsent;
import uk.kinbridge.referral.information.KeptDecision;
import uk.kinbridge.referral.information.KnownFamily;
import uk.kinbridge.referral.information.Matter;
import uk.kinbridge.referral.information.SharingDecisions;
import uk.kinbridge.referral.information.SharingStatement;
import uk.kinbridge.referral.information.Worker;

/** Records that somebody has entered treatment, and has told whom the protocol names, as far as there is consent (SAL-16). */
public class RecordTreatment {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int TRIES = 20;

    /** Who has entered it, when, and under which protocol. */
    public record Entry(String protocol, String member, LocalDate enteredOn) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** The treatment as it is now. */
        record Done(Treatments.Held held) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** There is nothing of that kind to do any more. */
        record NotNow(String why) implements Outcome {}

        /** Fields that name something that does not exist. */
        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final Families families;
    private final ConsentRecords consents;
    private final Decide decide;
    private final SharingDecisions decisions;
    private final Protocols protocols;
    private final Treatments treatments;
    private final Supplier<BankHolidays> holidays;
    private final Supplier<String> references;

    public RecordTreatment(
            Families families,
            ConsentRecords consents,
            Decide decide,
            SharingDecisions decisions,
            Protocols protocols,
            Treatments treatments,
            Supplier<BankHolidays> holidays,
            Supplier<String> references) {
        this.families = families;
        this.consents = consents;
        this.decide = decide;
        this.decisions = decisions;
        this.protocols = protocols;
        this.treatments = treatments;
        this.holidays = holidays;
        this.references = references;
    }

    /** Somebody has entered treatment; the same id again changes nothing. */
    public Outcome enter(String id, String familyId, Entry entry, Caller caller, Instant now) {
        var family = present(familyId);
        if (family.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var today = now.atZone(LONDON).toLocalDate();
        var access = TreatmentAccess.enter(caller, family.get(), protocols.of(caller.agency(), today));
        if (access instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var pack = protocols.inForce(entry.protocol(), today);
        var unknown = unknown(entry, family.get(), pack, today);
        if (!unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        var begun = new Treatment(
                id,
                references.get(),
                family.get().id(),
                entry.member(),
                Worker.of(caller),
                pack.orElseThrow().reference(),
                entry.enteredOn(),
                now,
                family.get().parties().stream()
                        .filter(agency -> !agency.equals(caller.agency()))
                        .toList(),
                Treatment.Told.nobody("Nobody has been asked", now),
                List.of(),
                List.of());
        return new Outcome.Done(
                stillConsented(treatments.add(tell(begun, family.get(), pack.get(), caller, now), now), now));
    }

    /** Consent has been given since: whoever may be told now is told. */
    public Outcome tellNow(String id, long version, Caller caller, Instant now) {
        var held = treatments.find(id);
        var refused = refused(held, caller);
        if (refused.isPresent()) {
            return refused.get();
        }
        var treatment = held.orElseThrow().treatment();
        if (treatment.isTold()) {
            return new Outcome.NotNow("Those whom the protocol names have been told.");
        }
        var pinned = treatment.protocol();
        var pack = protocols.pinned(pinned.id().value(), pinned.version(), pinned.hash());
        var family = behind(treatment);
        if (pack.isEmpty() || family.isEmpty()) {
            return new Outcome.NotNow("The family's record, or the protocol, cannot be read at present.");
        }
        return saved(held.get(), version, tell(treatment, family.get(), pack.get(), caller, now), now)
                        instanceof Outcome.Done(var told)
                ? new Outcome.Done(stillConsented(told, now))
                : new Outcome.Stale();
    }

    /** A consent does not count any more: what rests on it and has not been done is stopped, once (SAL-03). */
    public void consentEnded(String consentId, Worker by, Instant now) {
        treatments.toldOn(consentId).forEach(held -> stopped(held, consentId, by, now));
    }

    /**
     * The consent may have been taken back at this very moment. Whoever takes it back keeps that first and then looks for
     * what rests on it; here it is kept first and the consent is looked at again, so at least one sees the other.
     */
    private Treatments.Held stillConsented(Treatments.Held held, Instant now) {
        var consent = held.treatment().told().consent();
        if (consent == null
                || consents.find(held.treatment().family())
                        .filter(kept -> !kept.record().counts(consent, now))
                        .isEmpty()) {
            return held;
        }
        return stopped(held, consent, held.treatment().by(), now);
    }

    private Treatments.Held stopped(Treatments.Held held, String consentId, Worker by, Instant now) {
        var present = held;
        for (int i = 0; i < TRIES; i++) {
            var change = present.treatment().consentEnded(consentId, by, now);
            if (change.next().equals(present.treatment())) {
                return present;
            }
            if (treatments.save(present.version(), change, now)) {
                return new Treatments.Held(change.next(), present.version() + 1);
            }
            present = treatments.find(present.treatment().id()).orElseThrow();
        }
        throw new IllegalStateException("the treatment is changed by others all the time");
    }

    /** Somebody outside has been told, or for a good reason has not. */
    public Outcome toldOutside(
            String id,
            String outside,
            long version,
            boolean told,
            String whom,
            String how,
            Caller caller,
            Instant now) {
        var held = treatments.find(id);
        var refused = refused(held, caller);
        if (refused.isPresent()) {
            return refused.get();
        }
        var treatment = held.orElseThrow().treatment();
        return treatment
                .owed(outside)
                .or(() -> told ? treatment.stopped(outside) : Optional.empty())
                .map(owed -> saved(
                        held.get(),
                        version,
                        treatment.toldOutside(owed, new Treatment.Done(told, whom, how, Worker.of(caller), now)),
                        now))
                .orElseGet(() -> new Outcome.NotNow("Nobody of that kind has still to be told."));
    }

    /** What the caller may know of treatments of a family's members; empty when the caller may not read the record. */
    public Optional<List<Treatments.Held>> ofFamily(String familyId, Caller caller) {
        return present(familyId)
                .filter(family -> FamilyAccess.read(caller, family).isGranted())
                .map(family -> idsOf(family.id()).stream()
                        .flatMap(id -> treatments.ofFamily(id).stream())
                        .filter(held -> TreatmentAccess.sees(caller, held.treatment()))
                        .toList());
    }

    private Optional<Family> present(String familyId) {
        return families.find(familyId).map(Families.Held::family).filter(family -> family.mergedInto() == null);
    }

    /** A treatment that was recorded under a record which has become part of another goes on with that one. */
    private Optional<Family> behind(Treatment treatment) {
        return OneFamily.behind(families, treatment.family())
                .flatMap(one -> families.find(one.id()))
                .map(Families.Held::family);
    }

    private List<String> idsOf(String familyId) {
        return OneFamily.behind(families, familyId).map(OneFamily::ids).orElseGet(() -> List.of(familyId));
    }

    private static Optional<Outcome> refused(Optional<Treatments.Held> held, Caller caller) {
        var access = held.map(found -> TreatmentAccess.change(caller, found.treatment()))
                .orElseGet(AccessDecision::concealed);
        return access instanceof AccessDecision.Refused refused
                ? Optional.of(new Outcome.NotPermitted(refused))
                : Optional.empty();
    }

    /**
     * Each of those who would be told is told under a decision on sharing, which is kept (ENG-11, SAL-03): an agreement
     * alone does not do where somebody was found unable to give it (FAP-11), and all who rely on it hear when it ends.
     */
    private Change<Treatment, TreatmentEvent> tell(
            Treatment treatment, Family family, Pack pack, Caller caller, Instant now) {
        var rules = new TreatmentRules(pack, holidays.get(), family);
        var consent = consent(treatment.family(), treatment.member(), now);
        var told = rules.tell(treatment, consent, now);
        var taken = toldNow(treatment, told.next()).stream()
                .map(recipient -> decided(treatment, recipient, String.valueOf(consent), family, pack, caller, now))
                .toList();
        boolean goes = taken.stream().allMatch(KeptDecision::shares);
        taken.stream()
                .filter(decision ->
                        decision.shares() == goes && decision.askFirst().isEmpty())
                .forEach(decision -> decisions.keep(Change.silent(decision), now));
        return goes ? told : rules.tell(treatment, null, now);
    }

    /** Who is told by it and was not before: agencies, and outside of the suite kinds of them. */
    private static List<String> toldNow(Treatment before, Treatment next) {
        return Stream.concat(
                        next.told().agencies().stream()
                                .filter(agency -> !before.told().agencies().contains(agency)),
                        next.outside().stream()
                                .map(Treatment.Outside::id)
                                .filter(kind -> next.owed(kind).isPresent()
                                        && before.owed(kind).isEmpty()))
                .toList();
    }

    private KeptDecision decided(
            Treatment treatment,
            String recipient,
            String consent,
            Family family,
            Pack pack,
            Caller caller,
            Instant now) {
        var known = known(treatment);
        var facts = EnumSet.of(Fact.OPEN_TO_TREATMENT);
        facts.addAll(Situation.of(family));
        var statement = new SharingStatement(
                Purpose.LIAISON,
                null,
                null,
                false,
                false,
                false,
                facts,
                List.of(),
                null,
                null,
                Set.of(),
                "They have entered treatment, and those who look after the children should know.",
                null);
        var children = known.people().stream()
                .filter(person -> person.kind() != Person.Kind.ADULT)
                .map(Person::id)
                .toList();
        var matter = new Matter(
                known, pack, treatment.agency(), recipient, List.of(treatment.member()), children, false, statement);
        var id = UUID.nameUUIDFromBytes(String.join("/", "treatment", treatment.id(), recipient, consent)
                .getBytes(StandardCharsets.UTF_8));
        return decide.decide(id.toString(), matter, Worker.of(caller), now)
                .on(new KeptDecision.Occasion("treatment-entered", treatment.id(), treatment.reference()));
    }

    /** The family with the names of the record under which the treatment was recorded. */
    private KnownFamily known(Treatment treatment) {
        var recorded = treatment.family();
        var one = OneFamily.behind(families, recorded).orElseThrow();
        var known = new FactsOfFamilies(families).behind(recorded).orElseThrow();
        return new KnownFamily(
                recorded,
                known.reference(),
                known.agency(),
                known.people().stream()
                        .map(person -> new Person(
                                one.memberOn(recorded, person.id()),
                                person.kind(),
                                person.givenName(),
                                person.familyName(),
                                person.bornOn(),
                                person.expectedOn()))
                        .toList(),
                (recipient, about, member) -> known.whereabouts()
                        .sentTo(recipient, about.stream().map(one::member).toList(), one.member(member)),
                known.protectedFrom());
    }

    private @Nullable String consent(String familyId, String member, Instant now) {
        return consents.find(familyId)
                .flatMap(held -> held.record().latest(member, Purpose.LIAISON))
                .filter(consent -> consent.stands(now) && consent.answer() == Consent.Answer.GIVEN)
                .map(KeptConsent::id)
                .orElse(null);
    }

    private Outcome saved(Treatments.Held held, long version, Change<Treatment, TreatmentEvent> change, Instant now) {
        return held.version() == version && treatments.save(version, change, now)
                ? new Outcome.Done(new Treatments.Held(change.next(), version + 1))
                : new Outcome.Stale();
    }

    private static Map<String, String> unknown(Entry entry, Family family, Optional<Pack> pack, LocalDate today) {
        var unknown = new TreeMap<String, String>();
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
        }
        if (family.member(entry.member()).isEmpty()) {
            unknown.put("member", "The family has no such member.");
        }
        if (entry.enteredOn().isAfter(today)) {
            unknown.put("enteredOn", "It lies in the future; record it when it has happened.");
        }
        return unknown;
    }
}
