package uk.kinbridge.referral.information;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.sharing.Consent;
import uk.kinbridge.protocols.sharing.Purpose;
import uk.kinbridge.referral.family.FamilyAccess;

/** Keeps what the members of a family were asked about sharing, and takes consent back. */
public class KeepConsent {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int TRIES = 20;

    /** How it ends. */
    public sealed interface Outcome {
        /** Kept, or kept before: the record as it is now. */
        record Kept(ConsentRecords.Held held) implements Outcome {}

        /** There is no such family for the caller, or no such entry. */
        record NotFound() implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** Nothing was kept; the field, a sentence, and the obligation behind it. */
        record Refused(String field, String why, @Nullable String obligation) implements Outcome {}
    }

    /** What somebody answered, or why they were not asked. */
    public record Asking(
            String person,
            Purpose purpose,
            Consent consent,
            String how,
            @Nullable LocalDate expiresOn) {}

    /** Whether somebody can make a decision, and how that was found. */
    public record Finding(String person, Purpose purpose, boolean able, List<String> steps, LocalDate reviewOn) {}

    /** What was decided for somebody who cannot decide this themselves. */
    public record ForSomebody(boolean share, String why, String leastRestrictive) {}

    private final FamilyFacts families;
    private final ConsentRecords records;
    private final SharingDecisions decisions;

    public KeepConsent(FamilyFacts families, ConsentRecords records, SharingDecisions decisions) {
        this.families = families;
        this.records = records;
        this.decisions = decisions;
    }

    /** Whoever may see the family sees what its members were asked, shielded as the record of the family is. */
    public Optional<ConsentRecords.Held> read(String familyId, Caller caller) {
        return families.seenBy(caller, familyId).map(family -> shown(heldOf(familyId), caller));
    }

    /** What this caller may see of it: from whom somebody is protected, no trace of other agencies. */
    public ConsentRecords.Held shown(ConsentRecords.Held held, Caller caller) {
        return families.hides(held.record().id(), caller)
                ? new ConsentRecords.Held(held.record().writtenBy(caller.agency()), held.version())
                : held;
    }

    /** SAL-02, HAC-11: consent per person and purpose, with how it was asked, or why it was not. */
    public Outcome record(String id, String familyId, Asking asking, Caller caller, Instant now) {
        var family = families.seenBy(caller, familyId);
        if (family.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (family.get().person(asking.person()).isEmpty()) {
            return noSuchMember("person");
        }
        if (asking.consent().answer() != Consent.Answer.REFUSED && families.hides(familyId, caller)) {
            return keptByOthers();
        }
        var until = asking.expiresOn();
        if (until != null && until.isBefore(today(now))) {
            return new Outcome.Refused("expiresOn", "A consent cannot have ended before it is recorded.", null);
        }
        return append(id, familyId, caller, now, record -> record.and(kept(id, asking, Worker.of(caller), now)));
    }

    /** FAP-11: a finding about one decision, with its steps, to be reviewed. */
    public Outcome find(String id, String familyId, Finding finding, Caller caller, Instant now) {
        var family = families.seenBy(caller, familyId);
        if (family.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (family.get().person(finding.person()).isEmpty()) {
            return noSuchMember("person");
        }
        if (families.hides(familyId, caller)) {
            return keptByOthers();
        }
        if (!finding.reviewOn().isAfter(today(now))) {
            return new Outcome.Refused("reviewOn", "A finding is reviewed on a day still to come.", "FAP-11");
        }
        return append(
                id,
                familyId,
                caller,
                now,
                record -> record.and(new CapacityFinding(
                        id,
                        finding.person(),
                        finding.purpose(),
                        finding.able(),
                        finding.steps(),
                        finding.reviewOn(),
                        Worker.of(caller),
                        now,
                        null,
                        List.of())));
    }

    /** SAL-03, JWP-06: the talk with the family, or the reason against it. */
    public Outcome discuss(
            String id,
            String familyId,
            Discussion.Occasion occasion,
            boolean held,
            List<String> people,
            String words,
            Caller caller,
            Instant now) {
        var family = families.seenBy(caller, familyId);
        if (family.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (people.stream().anyMatch(person -> family.get().person(person).isEmpty())) {
            return noSuchMember("people");
        }
        if (families.hides(familyId, caller)) {
            return keptByOthers();
        }
        return append(
                id,
                familyId,
                caller,
                now,
                record -> record.and(new Discussion(id, occasion, held, people, words, Worker.of(caller), now)));
    }

    /** Takes a consent back; those who rely on it are told. */
    public Outcome withdraw(String familyId, String consentId, long version, String how, Caller caller, Instant now) {
        return change(
                familyId,
                version,
                caller,
                now,
                record -> record.consents().stream()
                        .filter(c -> c.id().equals(consentId))
                        .findFirst()
                        .map(consent -> consent.withdrawn() != null
                                ? Change.silent(record)
                                : record.withdraw(
                                        consentId, decisions.relyingOn(consentId), Worker.of(caller), now, how)));
    }

    /** FAP-11: decided for somebody found unable, by the least restrictive way. */
    public Outcome decideFor(
            String familyId, String findingId, long version, ForSomebody decision, Caller caller, Instant now) {
        boolean seen = families.seenBy(caller, familyId).isPresent();
        if (seen && families.hides(familyId, caller)) {
            return keptByOthers();
        }
        var record = heldOf(familyId).record();
        if (seen && record.findings().stream().anyMatch(f -> f.id().equals(findingId) && f.able())) {
            return new Outcome.Refused(
                    "findingId", "They were found able to decide this; nobody decides it for them.", "FAP-11");
        }
        return change(
                familyId,
                version,
                caller,
                now,
                found -> found.findings().stream().noneMatch(f -> f.id().equals(findingId))
                        ? Optional.empty()
                        : Optional.of(Change.silent(found.decided(
                                findingId,
                                new CapacityFinding.BestInterestsDecision(
                                        decision.share(),
                                        decision.why(),
                                        decision.leastRestrictive(),
                                        Worker.of(caller),
                                        now)))));
    }

    static KeptConsent kept(String id, Asking asking, Worker by, Instant now) {
        return new KeptConsent(
                id,
                asking.person(),
                asking.purpose(),
                asking.consent().answer(),
                asking.consent().because(),
                asking.consent().givenBy(),
                asking.how(),
                by,
                now,
                asking.expiresOn(),
                null);
    }

    private Outcome append(
            String id, String familyId, Caller caller, Instant now, Function<ConsentRecord, ConsentRecord> entry) {
        for (int i = 0; i < TRIES; i++) {
            var held = heldOf(familyId);
            if (held.record().holds(id)) {
                return new Outcome.Kept(held);
            }
            var next = entry.apply(held.record());
            var ended = held.record().endedBy(next, Worker.of(caller), now);
            if (records.save(held.version(), new Change<>(next, ended), now)) {
                return new Outcome.Kept(new ConsentRecords.Held(next, held.version() + 1));
            }
        }
        return new Outcome.Stale();
    }

    private Outcome change(
            String familyId,
            long version,
            Caller caller,
            Instant now,
            Function<ConsentRecord, Optional<Change<ConsentRecord, InformationEvent>>> command) {
        if (families.seenBy(caller, familyId).isEmpty()) {
            return new Outcome.NotFound();
        }
        var held = heldOf(familyId);
        var change = command.apply(held.record());
        if (change.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (change.get().next().equals(held.record())) {
            return new Outcome.Kept(held);
        }
        return held.version() == version && records.save(version, change.get(), now)
                ? new Outcome.Kept(new ConsentRecords.Held(change.get().next(), version + 1))
                : new Outcome.Stale();
    }

    private ConsentRecords.Held heldOf(String familyId) {
        return records.find(familyId).orElseGet(() -> new ConsentRecords.Held(ConsentRecord.of(familyId), 0));
    }

    /**
     * From whom somebody is protected, that one neither agrees in their name nor finds what they can decide (SAL-02,
     * FAP-11). A refusal and a withdrawal are taken from everybody: they let nothing through.
     */
    private static Outcome keptByOthers() {
        return new Outcome.Refused("person", FamilyAccess.KEPT_BY_OTHERS, null);
    }

    private static Outcome noSuchMember(String field) {
        return new Outcome.Refused(field, "The family has no such member.", null);
    }

    private static LocalDate today(Instant now) {
        return now.atZone(LONDON).toLocalDate();
    }
}
