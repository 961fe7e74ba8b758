package uk.kinbridge.assessment.news;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.kept.Actor;
import uk.kinbridge.assessment.kept.Pinned;
import uk.kinbridge.platform.clock.Clock;
import uk.kinbridge.protocols.chasing.ChasePlan;

/** What the suite must hear of any record of this service, as {@code contracts/events} has it: ids and facts, no names. */
public sealed interface News {

    About about();

    /** The event's type. */
    String type();

    /** The contract's payload; what is not there is left out. */
    Map<String, Object> payload();

    /**
     * Somebody must be told.
     *
     * @param purpose unique with record and recipient
     * @param action what they have to do; null when there is nothing to do
     * @param urgency routine, priority or immediate
     * @param acknowledgeBy present when a person must acknowledge it
     * @param pursued on whose behalf, and what is done while nobody acknowledges it; null where a clock watches over it
     * @param protocol the pack under which it is sent
     */
    record NoticeRequested(
            About about,
            String purpose,
            Addressee to,
            String words,
            @Nullable String action,
            String obligation,
            String urgency,
            @Nullable Instant acknowledgeBy,
            @Nullable Pursued pursued,
            String protocol,
            Instant at)
            implements News {

        @Override
        public String type() {
            return "uk.kinbridge.notice.requested.v1";
        }

        @Override
        public Map<String, Object> payload() {
            return members(
                    "about", full(about),
                    "purpose", purpose,
                    "recipient", addressee(to),
                    "words", words,
                    "action", action,
                    "obligation", obligation,
                    "urgency", urgency,
                    "acknowledgeBy", acknowledgeBy,
                    "sender", pursued == null ? null : person(pursued.sender()),
                    "chase", pursued == null ? null : Chases.payload(pursued.chase(), News::addressee),
                    "protocol", protocol,
                    "requestedAt", at);
        }
    }

    /** A notice that has a sender, who sees what becomes of it, and is told when nobody acknowledges it (HAC-17). */
    record Pursued(Actor sender, ChasePlan<Addressee> chase) {}

    /** What notices of that purpose asked for has been done. */
    record NoticeFulfilled(About about, String purpose, Actor by, Instant at) implements News {
        @Override
        public String type() {
            return "uk.kinbridge.notice.fulfilled.v1";
        }

        @Override
        public Map<String, Object> payload() {
            return members(
                    "about",
                    members("type", about.type(), "id", about.id()),
                    "purpose",
                    purpose,
                    "by",
                    person(by),
                    "at",
                    at);
        }
    }

    /**
     * A clock has passed its due time, or, when {@code metAt} is there, what was overdue has been done (JWP-14).
     *
     * @param others the agencies on the other side
     */
    record Overdue(
            About about,
            Clock clock,
            String words,
            List<String> others,
            Pinned protocol,
            @Nullable Instant metAt) implements News {
        @Override
        public String type() {
            return metAt == null ? "uk.kinbridge.clock.breached.v1" : "uk.kinbridge.clock.met.v1";
        }

        @Override
        public Map<String, Object> payload() {
            return members(
                    "about", full(about),
                    "clock", clock.kind(),
                    "words", words,
                    "obligations", clock.obligations(),
                    "owner",
                            members(
                                    "agency",
                                    clock.owner().agency(),
                                    "role",
                                    clock.owner().role()),
                    "others", others,
                    "startedAt", clock.startedAt(),
                    "dueAt", clock.dueAt(),
                    "breachedAt", Objects.requireNonNull(clock.breachedAt()),
                    "metAt", metAt,
                    "protocol",
                            members("pack", protocol.pack(), "version", protocol.version(), "hash", protocol.hash()));
        }
    }

    private static Map<String, Object> full(About about) {
        return members("type", about.type(), "id", about.id(), "reference", about.reference(), "link", about.link());
    }

    private static Map<String, Object> addressee(Addressee to) {
        return Chases.to(to.agency(), to.role(), to.person());
    }

    private static Map<String, Object> person(Actor actor) {
        return members("person", actor.person(), "name", actor.name(), "agency", actor.agency());
    }

    /** Names and values in turn; a value that is not there leaves its name out. */
    static Map<String, Object> members(@Nullable Object... namesAndValues) {
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                members.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return members;
    }
}
