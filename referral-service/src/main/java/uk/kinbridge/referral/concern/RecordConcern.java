package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.published.Protocols;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.information.FamilyFacts;
import uk.kinbridge.referral.information.KnownFamily;
import uk.kinbridge.referral.information.SharingDecisions;
import uk.kinbridge.referral.information.Worker;

/** Records concerns, and what is done about the pictures that they make. */
public class RecordConcern {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int TRIES = 20;

    /** What somebody is worried about. */
    public record Worry(String protocol, List<String> factors, String words) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** The concerns as they are now. */
        record Done(ConcernFiles.Held held) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** Fields that name something that does not exist. */
        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final FamilyFacts families;
    private final SharingDecisions sharing;
    private final Protocols protocols;
    private final ConcernFiles files;
    private final Supplier<BankHolidays> holidays;
    private final Supplier<String> ids;
    private final Supplier<String> references;

    public RecordConcern(
            FamilyFacts families,
            SharingDecisions sharing,
            Protocols protocols,
            ConcernFiles files,
            Supplier<BankHolidays> holidays,
            Supplier<String> ids,
            Supplier<String> references) {
        this.families = families;
        this.sharing = sharing;
        this.protocols = protocols;
        this.files = files;
        this.holidays = holidays;
        this.ids = ids;
        this.references = references;
    }

    /** Records a concern of anyone involved (JWP-08); the same id again changes nothing. */
    public Outcome record(String id, String familyId, Worry worry, Caller caller, Instant now) {
        var holder = holder(familyId, caller);
        if (ConcernAccess.contribute(caller, holder.isPresent()) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var pack = protocols.inForce(worry.protocol(), now.atZone(LONDON).toLocalDate());
        var unknown = new TreeMap<String, String>();
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
        }
        for (int i = 0; i < worry.factors().size(); i++) {
            if (!known(worry.factors().get(i))) {
                unknown.put("factors[" + i + "]", "The protocols know no such fact.");
            }
        }
        if (!unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        var rules = new AddingUp(pack.orElseThrow(), holidays.get(), ids, references);
        var concern = new Concern(id, Worker.of(caller), now, worry.factors(), worry.words());
        for (int i = 0; i < TRIES; i++) {
            var held = heldOf(familyId, holder.orElseThrow());
            if (held.concerns().concerns().stream().anyMatch(c -> c.id().equals(id))) {
                return new Outcome.Done(held);
            }
            var change = held.concerns().add(concern, rules);
            if (files.save(held.version(), change, now)) {
                return new Outcome.Done(new ConcernFiles.Held(change.next(), held.version() + 1));
            }
        }
        return new Outcome.Stale();
    }

    /** What the caller's agency may know of the concerns about a family; each view says how much that is. */
    public Optional<ConcernFiles.Held> read(String familyId, Caller caller) {
        var holder = holder(familyId, caller);
        return ConcernAccess.contribute(caller, holder.isPresent()).isGranted()
                ? Optional.of(heldOf(familyId, holder.orElseThrow()))
                : Optional.empty();
    }

    /**
     * Whether the caller may know of everybody who looked: the agency that keeps the family's record does, unless
     * somebody is protected from them. Others are not told which agencies are involved with the family.
     */
    public boolean seesEveryLook(String familyId, Caller caller) {
        return families.seenBy(caller, familyId)
                        .filter(family -> caller.worksFor(family.agency()))
                        .isPresent()
                && !families.hides(familyId, caller);
    }

    /** Somebody who can act says what is done about a picture. */
    public Outcome answer(
            String familyId,
            String pictureId,
            long version,
            Picture.Action action,
            String words,
            Caller caller,
            Instant now) {
        boolean involved = holder(familyId, caller).isPresent();
        var held = files.find(familyId);
        var picture = held.flatMap(h -> h.concerns().picture(pictureId));
        if (picture.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        if (ConcernAccess.answer(caller, involved, picture.get()) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var found = held.orElseThrow();
        if (!picture.get().isOpen()) {
            return new Outcome.Done(found);
        }
        var change = found.concerns().answer(pictureId, new Picture.Answer(action, words, Worker.of(caller), now));
        return found.version() == version && files.save(version, change, now)
                ? new Outcome.Done(new ConcernFiles.Held(change.next(), version + 1))
                : new Outcome.Stale();
    }

    /**
     * The agency that answers for the family's record, also after a merge, if the caller's is involved: it sees the
     * family, or something was shared with it, by whomever.
     */
    private Optional<String> holder(String familyId, Caller caller) {
        return families.seenBy(caller, familyId)
                .map(KnownFamily::agency)
                .or(() -> sharing.of(familyId, caller.agency(), null, 1).stream()
                        .findFirst()
                        .flatMap(_ -> families.behind(familyId))
                        .map(KnownFamily::agency));
    }

    private ConcernFiles.Held heldOf(String familyId, String holder) {
        return files.find(familyId).orElseGet(() -> new ConcernFiles.Held(ConcernsOfFamily.of(familyId, holder), 0));
    }

    private static boolean known(String word) {
        return Arrays.stream(Fact.values()).anyMatch(fact -> fact.word().equals(word));
    }
}
