package uk.kinbridge.assessment.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.kinbridge.assessment.appointment.CourseAccess;
import uk.kinbridge.assessment.appointment.PinnedRules;
import uk.kinbridge.assessment.appointment.Rules;
import uk.kinbridge.assessment.assessment.FamilyRecords.Sharing;
import uk.kinbridge.assessment.engagement.Engagements.Held;
import uk.kinbridge.assessment.engagement.Engagements.Saved;
import uk.kinbridge.assessment.family.FamilyRecords;
import uk.kinbridge.assessment.family.FamilyRecords.Answer;
import uk.kinbridge.assessment.family.FollowMerges;
import uk.kinbridge.assessment.family.KnownFamily;
import uk.kinbridge.assessment.family.MergedFamilies;
import uk.kinbridge.assessment.family.OneFamily;
import uk.kinbridge.assessment.family.Shield;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.assessment.kept.Spoken;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.EngagementPattern.Sign;
import uk.kinbridge.protocols.published.Protocols;

/** Makes one picture of a family of what all services see (FAP-12). */
public class KeepEngagement implements FollowMerges.Looking {

    /** How it ends. */
    public sealed interface Outcome {
        record Done(Held held) implements Outcome {}

        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        record Stale() implements Outcome {}

        record NotOpen() implements Outcome {}

        /** Whether the caller works with the family cannot be learned now, and nothing is known of it here yet. */
        record FamilyUnreachable() implements Outcome {}

        record Unknown(Map<String, String> byField) implements Outcome {}
    }

    private final Engagements engagements;
    private final PinnedRules rules;
    private final FamilyRecords families;
    private final uk.kinbridge.assessment.assessment.FamilyRecords decisions;
    private final Protocols protocols;
    private final MergedFamilies merged;
    private final Supplier<String> references;

    /** @param decisions on sharing, as the one who asks may know them */
    public KeepEngagement(
            Engagements engagements,
            PinnedRules rules,
            FamilyRecords families,
            uk.kinbridge.assessment.assessment.FamilyRecords decisions,
            Protocols protocols,
            MergedFamilies merged,
            Supplier<String> references) {
        this.engagements = engagements;
        this.rules = rules;
        this.families = families;
        this.decisions = decisions;
        this.protocols = protocols;
        this.merged = merged;
        this.references = references;
    }

    /**
     * Something that some service saw.
     *
     * @param agencies those that work with the family, as the one who saw it knows
     */
    public record News(String family, Seen seen, List<String> agencies, List<Shield> shields, Pinned protocol) {}

    /**
     * Once, however often and in whatever order the news comes. What is seen under one of several records of a family
     * stays with that record; patterns are looked for in all of it, on the kept one.
     */
    public void saw(News news, Instant now, String messageId) {
        var applicable = rules.of(news.protocol());
        var one = merged.of(news.family());
        if (one.isAlone()) {
            changeOnce(
                    news.family(),
                    before -> before.saw(news.seen(), news.agencies(), news.shields(), applicable, now),
                    now,
                    messageId);
            return;
        }
        changeOnce(
                news.family(),
                before -> before.noted(news.seen(), news.agencies(), news.shields(), applicable, now)
                        .map(Change::silent),
                now,
                messageId);
        lookAtAllOf(one, applicable, now, messageId);
    }

    /** The records of a family have become one, or two: what was seen half here and half there may be a pattern. */
    @Override
    public void again(String record, String words, FollowMerges.News news) {
        var one = merged.of(record);
        Stream.concat(Stream.of(one.record()), one.ids().stream())
                .flatMap(id -> engagements.find(id).stream())
                .flatMap(held -> Optional.ofNullable(held.engagement().protocol()).stream())
                .findFirst()
                .ifPresent(protocol -> lookAtAllOf(one, rules.of(protocol), news.now(), news.messageId()));
    }

    private void lookAtAllOf(OneFamily one, Rules applicable, Instant now, String messageId) {
        var others = others(one);
        // what the news itself did has its own place in the inbox of the same record
        changeOnce(
                one.record(),
                before -> before.lookedAtWith(others, applicable, now),
                now,
                messageId + "/" + one.record());
    }

    private List<Engagement> others(OneFamily one) {
        return one.ids().stream()
                .filter(id -> !id.equals(one.record()))
                .flatMap(id -> engagements.find(id).stream()
                        .map(held -> held.engagement().naming(one.toKept(id))))
                .toList();
    }

    private interface Look {
        Optional<Change<Engagement, uk.kinbridge.assessment.news.News>> at(Engagement before);
    }

    private void changeOnce(String record, Look look, Instant now, String messageId) {
        while (true) {
            var found = engagements.find(record);
            var before = found.map(Held::engagement).orElseGet(() -> Engagement.of(record, references.get()));
            var change = look.at(before);
            if (change.isEmpty()) {
                return;
            }
            boolean done = found.isEmpty()
                    ? engagements.addOnce(change.get(), now, messageId)
                    : engagements.saveOnce(found.get().version(), change.get(), now, messageId) != Saved.STALE;
            if (done) {
                return;
            }
        }
    }

    /**
     * The family's picture: what was seen under all its records. A record that has become part of another one shows its
     * own as long as a review that it asked for is open there.
     */
    private Optional<Held> picture(String family) {
        var one = merged.of(family);
        var own = engagements.find(family);
        if (one.isAlone()) {
            return own;
        }
        boolean asks = own.filter(held -> !held.engagement().open().isEmpty()).isPresent();
        if (!one.record().equals(family) && asks) {
            return own;
        }
        return engagements
                .find(one.record())
                .map(held -> new Held(held.engagement().with(others(one)), held.version()))
                .or(() -> own);
    }

    /**
     * What a person saw without an appointment: a discharge against advice, an assessment that was refused, services
     * that are sought out of the ordinary often.
     */
    public record Signal(String family, String member, Sign sign, Instant at, String protocol) {}

    /** @param id of the request, so that one sent twice is seen once */
    public Outcome signal(String id, Signal signal, Caller caller, Instant now) {
        if (!CourseAccess.worksWithFamilies(caller)) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var unknown = new TreeMap<String, String>();
        var pack =
                protocols.inForce(signal.protocol(), now.atZone(Spoken.LONDON).toLocalDate());
        if (pack.isEmpty()) {
            unknown.put("protocol", "No protocol of that name is in force today.");
        }
        if (signal.at().isAfter(now)) {
            unknown.put("at", "It cannot have been seen yet.");
        }
        var known = picture(signal.family());
        boolean reads = known.filter(
                        h -> EngagementAccess.read(caller, h.engagement()).isGranted())
                .isPresent();
        List<String> agencies = List.of();
        List<Shield> shields = List.of();
        switch (families.family(signal.family(), caller)) {
            case Answer.Known<KnownFamily>(KnownFamily family, Instant _) -> {
                agencies = family.agencies();
                shields = family.shields();
                if (family.member(signal.member()).isEmpty()) {
                    unknown.put("member", "The family has no such member.");
                }
            }
            case Answer.NotForCaller<KnownFamily>() -> {
                if (!reads) {
                    return new Outcome.NotPermitted(new AccessDecision.Concealed());
                }
            }
            case Answer.Unreachable<KnownFamily>() -> {
                // Whoever adds a sign reads the picture: nobody gets in because a computer is unwell.
                if (!reads) {
                    return known.isPresent()
                            ? new Outcome.NotPermitted(new AccessDecision.Concealed())
                            : new Outcome.FamilyUnreachable();
                }
            }
        }
        if (known.isPresent()
                && !reads
                && EngagementAccess.isKeptFrom(caller, known.get().engagement())) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        if (!unknown.isEmpty()) {
            return new Outcome.Unknown(unknown);
        }
        var seen = new Seen(
                "signal/" + id, 1, signal.member(), caller.agency(), caller.subject(), signal.sign(), signal.at());
        saw(new News(signal.family(), seen, agencies, shields, Pinned.to(pack.orElseThrow())), now, "signal/" + id);
        return new Outcome.Done(picture(signal.family()).orElseThrow());
    }

    public Optional<Held> read(String family, Caller caller) {
        return picture(family)
                .filter(held -> EngagementAccess.read(caller, held.engagement()).isGranted());
    }

    /** What the caller sees of it; decisions are asked only where another agency has seen something. */
    public EngagementShown shown(Engagement engagement, Caller caller) {
        boolean others = engagement.seen().stream().anyMatch(s -> !caller.worksFor(s.agency()));
        return EngagementShown.of(
                engagement, caller, others ? decisions.shared(engagement.id()) : new Sharing.Decided(List.of()));
    }

    /** Who reviews, which one, in the version that they have read. */
    public record Act(String family, String review, long version, Caller caller, Instant now) {}

    public Outcome conclude(Act act, RiskReview.Finding finding, String words) {
        var found = engagements.find(act.family());
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var engagement = found.get().engagement();
        var whole = picture(act.family()).map(Held::engagement).orElse(engagement);
        if (EngagementAccess.conclude(act.caller(), whole) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        if (found.get().version() != act.version()) {
            return new Outcome.Stale();
        }
        var review = engagement.reviews().stream()
                .filter(r -> r.id().equals(act.review()))
                .findFirst();
        if (review.isEmpty()) {
            return new Outcome.NotOpen();
        }
        var how = new RiskReview.Concluded(finding, words, Actor.of(act.caller()), act.now());
        return switch (engagement.conclude(
                act.review(), how, rules.of(review.get().protocol()), act.now())) {
            case Engagement.Ruling.NotOpen() -> new Outcome.NotOpen();
            case Engagement.Ruling.Done(var change) ->
                engagements.save(act.version(), change, act.now()) == Saved.DONE
                        ? new Outcome.Done(picture(act.family()).orElseThrow())
                        : new Outcome.Stale();
        };
    }
}
