package uk.kinbridge.referral.concern;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.published.Protocols;
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
        record Done(ConcernFiles.Whole whole) implements Outcome {}

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
    private final ConcernsOverMerges concerns;

    public RecordConcern(
            FamilyFacts families,
            SharingDecisions sharing,
            Protocols protocols,
            ConcernFiles files,
            ConcernsOverMerges concerns) {
        this.families = families;
        this.sharing = sharing;
        this.protocols = protocols;
        this.files = files;
        this.concerns = concerns;
    }

    /** Records a concern of anyone involved (JWP-08); the same id again changes nothing. */
    public Outcome record(String id, String familyId, Worry worry, Caller caller, Instant now) {
        var family = involving(familyId, caller);
        if (ConcernAccess.contribute(caller, family.isPresent()) instanceof AccessDecision.Refused refused) {
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
        var concern = Concern.recorded(id, Worker.of(caller), now, worry.factors(), worry.words());
        var about = family.orElseThrow();
        for (int i = 0; i < TRIES; i++) {
            var added = concerns.add(about, concern, pack.orElseThrow(), now);
            if (added.isPresent()) {
                if (!families.idsOf(about.id()).getFirst().equals(about.id())) {
                    // The record has just become part of another: it counts there.
                    concerns.recordsChanged(about.id(), concern.by(), now);
                }
                return new Outcome.Done(added.get());
            }
        }
        return new Outcome.Stale();
    }

    /** What the caller's agency may know of the concerns about a family; each view says how much that is. */
    public Optional<ConcernFiles.Whole> read(String familyId, Caller caller) {
        var family = involving(familyId, caller);
        return ConcernAccess.contribute(caller, family.isPresent()).isGranted()
                ? family.map(concerns::whole)
                : Optional.empty();
    }

    /** Whether somebody of the family is protected from the caller: who else is involved must not be seen. */
    public boolean hides(String familyId, Caller caller) {
        return families.hides(familyId, caller);
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
        var family = involving(familyId, caller);
        var whole = family.map(concerns::whole);
        var file = whole.flatMap(all -> all.files().stream()
                .filter(one -> one.picture(pictureId).isPresent())
                .findFirst());
        if (file.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        if (families.hides(familyId, caller)) {
            // Who does not see it cannot say what is done about it; somebody else to whom it was raised does.
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var picture = file.get().picture(pictureId).orElseThrow();
        if (ConcernAccess.answer(caller, true, picture) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        if (!picture.isOpen()) {
            return new Outcome.Done(whole.get());
        }
        var held = files.find(file.get().id()).orElseThrow();
        var change = held.concerns().answer(pictureId, new Picture.Answer(action, words, Worker.of(caller), now));
        return whole.get().version() == version && files.save(held.version(), change, now)
                ? new Outcome.Done(concerns.whole(family.orElseThrow()))
                : new Outcome.Stale();
    }

    /**
     * The family as it is now, also after a merge, if the caller's agency is involved: it sees the family, or something
     * was shared with it, by whomever.
     */
    private Optional<KnownFamily> involving(String familyId, Caller caller) {
        return families.seenBy(caller, familyId)
                .or(() -> families.seenBy(caller, families.idsOf(familyId).getFirst()))
                .or(() -> sharing.of(familyId, caller.agency(), null, 1).stream()
                        .findFirst()
                        .flatMap(_ -> families.behind(familyId)));
    }

    private static boolean known(String word) {
        return Arrays.stream(Fact.values()).anyMatch(fact -> fact.word().equals(word));
    }
}
