package uk.kinbridge.referral.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.chasing.ChasePlan;
import uk.kinbridge.protocols.pack.AgencyId;
import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.time.BankHolidays;

/** What is done while nobody acknowledges a notice, by the rule of the pack that has it sent (HAC-17, ADR 0012). */
public record Pursued(ChasePlan<Addressee> plan) {

    /** By when a person has to acknowledge it. */
    public Instant acknowledgeBy() {
        return plan.acknowledgeBy();
    }

    /** What a pack says about receipts, in the working time of its agencies. */
    public record Rules(Pack pack, BankHolidays holidays) {

        /** The rule that has somebody told when that happens, whatever the case. */
        public Optional<Notice> on(CaseEvent event) {
            return pack.notices().stream()
                    .filter(notice -> notice.on() == event)
                    .findFirst();
        }

        /**
         * The pursuit of a notice; null where nobody has to acknowledge it.
         *
         * @param who whom a party of the pack means when that one is silent
         */
        public @Nullable Pursued pursued(
                Notice notice, Addressee to, Function<Party, Stream<Addressee>> who, Addressee sender, Instant at) {
            var acknowledge = notice.acknowledge();
            if (acknowledge == null) {
                return null;
            }
            var thenTell = acknowledge.thenTell().stream().flatMap(who).toList();
            return new Pursued(ChasePlan.of(
                    acknowledge,
                    new ChasePlan.People<>(to, thenTell, sender),
                    at,
                    pack.calendarOf(new AgencyId(to.agency()), holidays)));
        }
    }

    /** As {@code contracts/events} has it. */
    public Map<String, Object> payload() {
        return Map.of(
                "every",
                plan.every(),
                "steps",
                plan.steps().stream().map(Pursued::payload).toList());
    }

    private static Map<String, Object> payload(ChasePlan.Step<Addressee> step) {
        var members = new LinkedHashMap<String, Object>();
        members.put("at", step.at());
        members.put("turn", step.turn().name().toLowerCase(Locale.ROOT));
        var to = step.to();
        if (to != null) {
            members.put("to", to.payload());
        }
        return members;
    }
}
