package uk.kinbridge.assessment.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.Assessment.State;
import uk.kinbridge.assessment.assessment.Assessments.Held;
import uk.kinbridge.assessment.assessment.Assessments.Saved;
import uk.kinbridge.assessment.assessment.FamilyRecords.Seen;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.AssessmentRule.Kind;

/** Begins assessments, and those that the protocol wants beside them (HAC-07). */
public class BeginAssessment {

    private final Assessments assessments;
    private final FamilyRecords families;
    private final PinnedRules pinnedRules;
    private final Supplier<String> references;

    public BeginAssessment(
            Assessments assessments, FamilyRecords families, PinnedRules pinnedRules, Supplier<String> references) {
        this.assessments = assessments;
        this.families = families;
        this.pinnedRules = pinnedRules;
        this.references = references;
    }

    /**
     * What is asked for.
     *
     * @param facts what the worker knows to be so; counts beside what the family's record says
     */
    public record Request(
            String protocol,
            Kind kind,
            String family,
            String person,
            @Nullable String referral,
            List<String> facts) {}

    /** How it ends. */
    public sealed interface Outcome {

        /** It is there. */
        record Begun(Held held, Rules rules) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Fields that name something that does not exist. */
        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    /** Begins one; the same id again answers with what is there. */
    public Outcome begin(String id, Request request, Caller caller, Instant now) {
        var seen = AssessmentAccess.worksWithFamilies(caller)
                ? families.see(request.family(), request.person(), request.referral(), now)
                : new Seen.NotForYou();
        if (AssessmentAccess.begin(caller, seen) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var there = assessments.find(id);
        if (there.isPresent()) {
            return new Outcome.Begun(there.get(), pinnedRules.of(there.get().assessment()));
        }
        var family = seen instanceof Seen.Known(KnownFamily known)
                ? withStated(known, request.facts())
                : KnownFamily.stated(request.family(), request.facts());
        var rules = pinnedRules.inForce(request.protocol(), request.kind(), now);
        var unknown = unknown(request, family, rules.orElse(null), caller, now);
        if (!unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        var applicable = rules.orElseThrow();
        var begun = begun(id, references.get(), request, family, Actor.of(caller), applicable, now);
        var held = assessments.add(begun, now);
        return new Outcome.Begun(openBeside(held, now), applicable);
    }

    private Map<String, String> unknown(
            Request request, KnownFamily family, @Nullable Rules rules, Caller caller, Instant now) {
        var unknown = new TreeMap<String, String>();
        if (rules == null) {
            unknown.put(
                    pinnedRules.pack(request.protocol(), now).isPresent() ? "kind" : "protocol",
                    "This protocol is not in force today, or has no form for that kind of assessment.");
        } else if (rules.agency(caller.agency()).isEmpty()) {
            unknown.put("protocol", "Your agency does not work under this protocol.");
        }
        if (family.isKnown() && family.member(request.person()).isEmpty()) {
            unknown.put("person", "The family has no such member.");
        }
        return unknown;
    }

    private static KnownFamily withStated(KnownFamily known, List<String> facts) {
        return new KnownFamily(
                known.id(),
                known.reference(),
                known.members(),
                java.util.stream.Stream.concat(known.facts().stream(), facts.stream())
                        .distinct()
                        .toList(),
                known.parties(),
                known.asOf());
    }

    static Change<Assessment, AssessmentEvent> begun(
            String id, String reference, Request request, KnownFamily family, Actor by, Rules rules, Instant now) {
        var form = rules.form();
        var own = new Side(by.agency(), rules.nameOf(by.agency()), "Its own assessment", now);
        var bare = new Assessment(
                id,
                reference,
                rules.pinned(),
                area(rules, by.agency()),
                form.kind(),
                form.title(),
                family,
                request.person(),
                request.referral(),
                List.of(own),
                State.OPEN,
                List.of(),
                Joint.NONE,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                by,
                now,
                List.of(),
                List.of());
        var draft = new Draft(bare);
        draft.write(now, "assessment.begun", "Began: " + form.title(), by, Rules.ids(form.obligations()));
        Beside.add(draft, rules, now);
        return draft.change();
    }

    private static String area(Rules rules, String agency) {
        return rules.agency(agency)
                .flatMap(found -> found.areas().stream().findFirst())
                .or(() -> rules.pack().areas().stream().findFirst())
                .map(AreaId::value)
                .orElse("");
    }

    /**
     * Opens what is owed beside it. Each one's id follows from this assessment's, so that it can be tried again at any
     * time: should the process die in between, the next save goes on where it stopped.
     */
    public Held openBeside(Held held, Instant now) {
        var latest = held;
        for (var kind : Beside.kinds(held.assessment())) {
            latest = openBeside(latest, kind, now);
        }
        return latest;
    }

    private Held openBeside(Held held, Kind kind, Instant now) {
        var a = held.assessment();
        var there = siblings(a).stream()
                .filter(other -> other.kind() == kind && other.person().equals(a.person()))
                .map(Assessment::id)
                .findFirst();
        var rules = pinnedRules.inForce(a.protocol().pack(), kind, now);
        if (there.isEmpty() && rules.isEmpty()) {
            return held;
        }
        var other = there.orElseGet(() -> {
            var id = UUID.nameUUIDFromBytes((a.id() + "/" + kind.word()).getBytes(StandardCharsets.UTF_8))
                    .toString();
            var request = new Request(
                    a.protocol().pack(),
                    kind,
                    a.family().id(),
                    a.person(),
                    a.referral(),
                    a.family().facts());
            var begun = begun(id, references.get(), request, a.family(), a.worker(), rules.orElseThrow(), now);
            return assessments.add(begun, now).assessment().id();
        });
        return Beside.opened(a, kind, other, now) instanceof Ruling.Done(var change)
                        && assessments.save(held.version(), change, now) == Saved.DONE
                ? new Held(change.next(), held.version() + 1)
                : assessments.find(a.id()).orElse(held);
    }

    private List<Assessment> siblings(Assessment a) {
        return assessments.ofFamily(a.family().id()).stream()
                .filter(id -> !id.equals(a.id()))
                .flatMap(id -> assessments.find(id).stream())
                .map(Held::assessment)
                .filter(other -> other.holder().agency().equals(a.holder().agency()))
                // what was closed was about another time in the family's life
                .filter(other -> other.state() != State.CLOSED)
                .toList();
    }
}
