package uk.kinbridge.assessment.lost;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.assessment.family.FamilyRecords;
import uk.kinbridge.assessment.family.FamilyRecords.Answer;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.assessment.lost.Searches.Held;
import uk.kinbridge.assessment.lost.Searches.Saved;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.published.Protocols;

/** What people do about a family that cannot be found. */
public class KeepSearches {

    /** How it ends. */
    public sealed interface Outcome {
        record Done(Held held) implements Outcome {}

        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        record Stale() implements Outcome {}

        record Against(Search.Why why) implements Outcome {}

        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final Searches searches;
    private final FamilyRecords families;
    private final Protocols protocols;
    private final PinnedRules pinned;
    private final Supplier<String> references;

    public KeepSearches(
            Searches searches,
            FamilyRecords families,
            Protocols protocols,
            PinnedRules pinned,
            Supplier<String> references) {
        this.searches = searches;
        this.families = families;
        this.protocols = protocols;
        this.pinned = pinned;
        this.references = references;
    }

    /** Who does it, to which search, in the version that they have read. */
    public record Act(String id, long version, Caller caller, Instant now) {}

    /** The search begins; a second one by the same agency for the same family is the first. */
    public Outcome begin(String id, String family, String protocol, Caller caller, Instant now) {
        if (SearchAccess.begin(caller) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        var there = searches.find(id).or(() -> searches.open(caller.agency(), family));
        if (there.isPresent()) {
            return SearchAccess.read(caller, there.get().search()).isGranted()
                    ? new Outcome.Done(there.get())
                    : new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var unknown = new TreeMap<String, String>();
        var pack = protocols.inForce(protocol, now.atZone(Spoken.LONDON).toLocalDate());
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
        }
        var agencies = List.of(caller.agency());
        List<Shield> shields = List.of();
        switch (families.family(family, caller)) {
            case Answer.Known<KnownFamily>(KnownFamily known, Instant _) -> {
                agencies = known.agencies().isEmpty() ? agencies : known.agencies();
                shields = known.shields();
            }
            case Answer.NotForCaller<KnownFamily>() -> unknown.put("family", "There is no such family for you.");
            case Answer.Unreachable<KnownFamily>() -> {
                // A lost family does not wait for a computer: who else works with it is told by the person who searches.
            }
        }
        if (!unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        var begun = Search.begun(
                id,
                references.get(),
                family,
                agencies,
                shields,
                Actor.of(caller),
                rules(Pinned.to(pack.orElseThrow())),
                now);
        return new Outcome.Done(searches.add(begun, now));
    }

    public Optional<Held> read(String id, Caller caller) {
        return searches.find(id)
                .filter(held -> SearchAccess.read(caller, held.search()).isGranted());
    }

    public Outcome asked(Act act, int line, Line.Asked asked) {
        return change(act, SearchAccess::search, (s, rules) -> s.asked(line, asked, rules, act.now()));
    }

    public Outcome add(Act act, String words) {
        return change(act, SearchAccess::search, (s, rules) -> s.add(words, Actor.of(act.caller()), rules, act.now()));
    }

    public Outcome informed(Act act, String words) {
        return change(
                act,
                SearchAccess::search,
                (s, rules) -> s.informed(
                        new FrontDoor.Informed(Actor.of(act.caller()), act.now(), words), rules, act.now()));
    }

    /** Whoever of those who work with the family finds it says so. */
    public Outcome found(Act act, String words) {
        return change(
                act,
                SearchAccess::read,
                (s, rules) -> s.found(new Search.Found(Actor.of(act.caller()), act.now(), words), rules, act.now()));
    }

    /** A person of the front door has acknowledged the notice; the moment of the act counts. */
    public void acknowledged(String id, String purpose, Actor by, Instant at, Instant now, String messageId) {
        Saved saved;
        do {
            var found = searches.find(id);
            var change = found.flatMap(
                    held -> held.search().acknowledged(purpose, by, at, rules(held.search()), now));
            if (found.isEmpty() || change.isEmpty()) {
                return;
            }
            saved = searches.saveOnce(found.get().version(), change.get(), now, messageId);
        } while (saved == Saved.STALE);
    }

    /** The rules that a search has pinned. */
    private SearchRules rules(Search search) {
        return rules(search.protocol());
    }

    private SearchRules rules(Pinned version) {
        var rules = pinned.of(version);
        return new SearchRules(rules.pack(), rules.bankHolidays());
    }

    private interface Access {
        AccessDecision of(Caller caller, Search search);
    }

    private interface Command {
        Search.Ruling on(Search search, SearchRules rules);
    }

    private Outcome change(Act act, Access access, Command command) {
        var found = searches.find(act.id());
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var search = found.get().search();
        if (access.of(act.caller(), search) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        if (found.get().version() != act.version()) {
            return new Outcome.Stale();
        }
        return switch (command.on(search, rules(search))) {
            case Search.Ruling.Against(Search.Why why) -> new Outcome.Against(why);
            case Search.Ruling.Done(var change) ->
                searches.save(act.version(), change, act.now()) == Saved.DONE
                        ? new Outcome.Done(new Held(change.next(), act.version() + 1))
                        : new Outcome.Stale();
        };
    }
}
