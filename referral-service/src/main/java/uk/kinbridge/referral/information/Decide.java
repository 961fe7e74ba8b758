package uk.kinbridge.referral.information;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.pack.Fact;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.sharing.DecideOnSharing;
import uk.kinbridge.protocols.sharing.Law;
import uk.kinbridge.protocols.sharing.SharingDecision;
import uk.kinbridge.protocols.sharing.SharingQuestion;

/** Puts a matter to the decision of the protocol, with what is on record, and writes down what came of it. */
public class Decide {

    private final ConsentRecords records;
    private final KeepAnswers keep;
    private final Law law;
    private final Supplier<String> references;

    public Decide(ConsentRecords records, KeepAnswers keep, Law law, Supplier<String> references) {
        this.records = records;
        this.keep = keep;
        this.law = law;
        this.references = references;
    }

    /**
     * Decides; nothing of it is kept yet but the answers that people have given.
     *
     * @param id of the decision, the same when the request is repeated
     */
    public KeptDecision decide(String id, Matter matter, Worker by, Instant now) {
        var record = keep.of(id, matter, by, now).orElseGet(() -> recordOf(matter));
        var question = matter.question(record, now);
        var decision = DecideOnSharing.of(question, matter.pack(), law);
        return written(id, matter, record, question, decision, by, now);
    }

    private ConsentRecord recordOf(Matter matter) {
        var family = matter.family().id();
        return records.find(family).map(ConsentRecords.Held::record).orElseGet(() -> ConsentRecord.of(family));
    }

    private KeptDecision written(
            String id,
            Matter matter,
            ConsentRecord record,
            SharingQuestion question,
            SharingDecision decision,
            Worker by,
            Instant now) {
        var grounds = decision.grounds();
        var pinned = matter.pack().reference();
        return new KeptDecision(
                id,
                references.get(),
                matter.family().id(),
                matter.family().reference(),
                matter.agency(),
                matter.recipient(),
                question.purpose(),
                new KeptDecision.Protocol(pinned.id().value(), pinned.version(), pinned.hash()),
                inputs(matter, record, question),
                decision.kind(),
                reason(matter, question),
                why(decision),
                decision instanceof SharingDecision.AskFirst(List<String> whom, var _) ? whom : List.of(),
                grounds.lets(),
                grounds.heldBack(),
                grounds.overruled().stream().map(Decide::kebab).sorted().toList(),
                grounds.record().stream().map(Decide::kebab).toList(),
                grounds.obligations().stream().map(ObligationId::value).toList(),
                grounds.words(),
                decision.shares() ? matter.consentsOf(record, grounds.lets(), now) : List.of(),
                null,
                by,
                now);
    }

    private KeptDecision.Inputs inputs(Matter matter, ConsentRecord record, SharingQuestion question) {
        return new KeptDecision.Inputs(
                kebab(question.childConcern()),
                kebab(question.adultConcern()),
                question.immediateDanger(),
                question.askingRaisesRisk(),
                question.familyTold(),
                matter.discussion(record).orElse(null),
                question.sameAgency(),
                question.wouldHarmChild(),
                matter.statement().reasonWithoutConsent(),
                question.more().stream().map(Fact::word).sorted().toList(),
                question.objections().stream().map(Decide::kebab).sorted().toList(),
                question.people().stream()
                        .map(person -> new KeptDecision.PersonInput(
                                person.id(),
                                person.subject(),
                                person.age(),
                                kebab(person.consent().answer()),
                                because(person.consent().because()),
                                kebab(person.consent().givenBy()),
                                kebab(person.competence()),
                                kebab(person.bestInterests())))
                        .toList(),
                law.dutyToShareFrom() != null && !question.on().isBefore(law.dutyToShareFrom()));
    }

    private static String reason(Matter matter, SharingQuestion question) {
        var stated = matter.statement().reason();
        return stated == null ? "For " + question.purpose().spoken() + "." : stated;
    }

    private static @Nullable String why(SharingDecision decision) {
        return switch (decision) {
            case SharingDecision.ShareWithoutConsent(String why, var _) -> why;
            case SharingDecision.DoNotShare(String why, var _) -> why;
            case SharingDecision.ShareRequired _, SharingDecision.ShareWithConsent _, SharingDecision.AskFirst _ ->
                null;
        };
    }

    private static @Nullable String because(@Nullable Enum<?> because) {
        return because == null ? null : kebab(because);
    }

    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
