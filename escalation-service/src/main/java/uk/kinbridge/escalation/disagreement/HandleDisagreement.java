package uk.kinbridge.escalation.disagreement;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.escalation.disagreement.Disagreements.Held;
import uk.kinbridge.escalation.disagreement.Disagreements.Saved;
import uk.kinbridge.escalation.disagreement.Proposal.Undertaking;
import uk.kinbridge.escalation.disagreement.Resolution.ChildSafety;
import uk.kinbridge.escalation.disagreement.Ruling.Why;
import uk.kinbridge.escalation.post.Posts;
import uk.kinbridge.escalation.post.Presence;
import uk.kinbridge.platform.aggregate.Change;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Fact;

/** What people do with a disagreement that has been raised. */
public class HandleDisagreement {

    /** How it ends. */
    public sealed interface Outcome {
        /** Done: the disagreement as it is now. */
        record Done(Held held, Rules rules) implements Outcome {}

        /** Not for this caller. */
        record NotPermitted(AccessDecision.Refused refused) implements Outcome {}

        /** Somebody else has changed it since the caller read it. */
        record Stale() implements Outcome {}

        /** A business reason against it. */
        record Against(Ruling.Why why, Disagreement disagreement, Rules rules) implements Outcome {}
    }

    private final Disagreements disagreements;
    private final PinnedRules pinnedRules;
    private final Posts posts;

    public HandleDisagreement(Disagreements disagreements, PinnedRules pinnedRules, Posts posts) {
        this.disagreements = disagreements;
        this.pinnedRules = pinnedRules;
        this.posts = posts;
    }

    /** Who does it, to which disagreement, in the version that they have read. */
    public record Act(String id, long version, Caller caller, Instant now) {}

    /** One side records the discussion. */
    public Outcome discuss(Act act, String position, @Nullable String evidence, boolean agreed) {
        return change(
                act,
                DisagreementAccess::speak,
                (d, _) -> d.discuss(Actor.of(act.caller()), position, evidence, agreed, act.now()));
    }

    /** The other agency is advised of the intention to go up. */
    public Outcome advise(Act act) {
        return change(
                act,
                DisagreementAccess::speak,
                (d, rules) -> d.advise(Actor.of(act.caller()), rules, posts, act.now()));
    }

    /** Goes up before its time. */
    public Outcome climb(Act act, String reason) {
        return change(
                act,
                DisagreementAccess::speak,
                (d, rules) -> d.climb(Actor.of(act.caller()), reason, rules, posts, act.now()));
    }

    /** Somebody sees an immediate risk. */
    public Outcome declareRisk(Act act, List<Fact> risks, String words) {
        return change(
                act,
                DisagreementAccess::declareRisk,
                (d, rules) -> d.declareRisk(Actor.of(act.caller()), risks, words, rules, posts, act.now()));
    }

    /** Says what would settle it. */
    public Outcome propose(Act act, String agreed, List<Undertaking> undertakings) {
        return change(
                act,
                DisagreementAccess::speak,
                (d, rules) -> d.propose(Actor.of(act.caller()), agreed, undertakings, act.now(), rules, posts));
    }

    /** The one who raised it says that it is resolved. */
    public Outcome confirm(Act act, ChildSafety child, String words) {
        return change(
                act,
                DisagreementAccess::judge,
                (d, rules) -> d.confirm(Actor.of(act.caller()), child, words, rules, act.now()));
    }

    /** The one who raised it says that it is not. */
    public Outcome decline(Act act, String reason) {
        return change(
                act,
                DisagreementAccess::judge,
                (d, rules) -> d.decline(Actor.of(act.caller()), reason, rules, act.now()));
    }

    /**
     * The voice of the one who raised it goes to a colleague: by themselves, or by those who answer for their agency
     * once the directory says that they have left or are away (DOR-12).
     *
     * @param toPerson subject id of the colleague
     */
    public Outcome handOver(Act act, String toPerson, String reason) {
        return change(act, DisagreementAccess::handOver, (d, rules) -> {
            var speaker = d.sides().speaker();
            if (!DisagreementAccess.ownsVoice(act.caller(), d)) {
                switch (posts.presence(speaker.agency(), speaker.person(), act.now())) {
                    case Presence.There _ -> {
                        return new Ruling.Against(Why.RAISER_IS_THERE);
                    }
                    case Presence.Unknown _ -> {
                        return new Ruling.Against(Why.DIRECTORY_SILENT);
                    }
                    case Presence.Away _, Presence.Gone _ -> {}
                }
            }
            return colleague(d, toPerson, act, to -> d.handOver(Actor.of(act.caller()), to, reason, rules, act.now()));
        });
    }

    /** Who is in post in the raising agency and works with families. */
    private Ruling colleague(Disagreement d, String person, Act act, Function<Actor, Ruling> handOver) {
        var agency = d.sides().raising().agency();
        return switch (posts.presence(agency, person, act.now())) {
            case Presence.There(var holder, var roles)
            when DisagreementAccess.worksWithFamilies(roles) ->
                handOver.apply(new Actor(holder.person(), holder.name(), agency, roles));
            case Presence.Unknown _ -> new Ruling.Against(Why.DIRECTORY_SILENT);
            case Presence.There _, Presence.Away _, Presence.Gone _ -> new Ruling.Against(Why.NOT_IN_POST);
        };
    }

    /** Something that was undertaken when it was resolved has been done. */
    public Outcome fulfil(Act act, int number, String words) {
        return change(
                act,
                (caller, d, rules) -> DisagreementAccess.fulfil(caller, d, number, rules),
                (d, rules) -> d.fulfil(Actor.of(act.caller()), number, words, rules, act.now()));
    }

    /** A note of the caller's agency. */
    public Outcome note(Act act, String words) {
        return change(act, DisagreementAccess::note, (d, _) -> d.note(Actor.of(act.caller()), words, act.now()));
    }

    /** Asks for guidance or a formal review. */
    public Outcome inquire(Act act, String kind, String question) {
        return change(
                act,
                (caller, d, rules) -> DisagreementAccess.inquire(caller, d, kind, rules),
                (d, rules) -> d.inquire(Actor.of(act.caller()), kind, question, rules, posts, act.now()));
    }

    /** The partnership answers. */
    public Outcome reply(Act act, int number, String words) {
        return change(
                act,
                DisagreementAccess::reply,
                (d, rules) -> d.reply(Actor.of(act.caller()), number, words, rules, act.now()));
    }

    /** A person has confirmed a notice of it; the moment of the act counts, not that of the news. */
    public void received(String id, Actor by, Instant at, Instant now, String messageId) {
        news(id, now, messageId, d -> d.sides().agencies().contains(by.agency()) ? d.received(by, at) : null);
    }

    /** Something has happened elsewhere that both sides should know. */
    public void hear(String id, String what, String words, Instant now, String messageId) {
        news(id, now, messageId, d -> d.hear(what, words, pinnedRules.of(d), now));
    }

    private interface Access {
        AccessDecision of(Caller caller, Disagreement disagreement, Rules rules);
    }

    private interface Command {
        Ruling on(Disagreement disagreement, Rules rules);
    }

    private interface News {
        @Nullable
        Change<Disagreement, DisagreementEvent> of(Disagreement disagreement);
    }

    private Outcome change(Act act, Access access, Command command) {
        var found = disagreements.find(act.id());
        if (found.isEmpty()) {
            return new Outcome.NotPermitted(new AccessDecision.Concealed());
        }
        var d = found.get().disagreement();
        var rules = pinnedRules.of(d);
        if (access.of(act.caller(), d, rules) instanceof AccessDecision.Refused refused) {
            return new Outcome.NotPermitted(refused);
        }
        if (found.get().version() != act.version()) {
            return new Outcome.Stale();
        }
        return switch (command.on(d, rules)) {
            case Ruling.Against(Ruling.Why why) -> new Outcome.Against(why, d, rules);
            case Ruling.Done(var change) ->
                disagreements.save(act.version(), change, act.now()) == Saved.DONE
                        ? new Outcome.Done(new Held(change.next(), act.version() + 1), rules)
                        : new Outcome.Stale();
        };
    }

    private void news(String id, Instant now, String messageId, News news) {
        Saved saved;
        do {
            var found = disagreements.find(id);
            var change = found.map(held -> news.of(held.disagreement()));
            if (found.isEmpty() || change.isEmpty()) {
                return;
            }
            saved = disagreements.saveOnce(found.get().version(), change.get(), now, messageId);
        } while (saved == Saved.STALE);
    }
}
