package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.assessment.AssessmentEvent.Addressee;
import uk.kinbridge.assessment.assessment.Draft.Telling;
import uk.kinbridge.assessment.assessment.Joint.Meeting;
import uk.kinbridge.assessment.assessment.Joint.Said;
import uk.kinbridge.assessment.assessment.Joint.Signature;
import uk.kinbridge.assessment.assessment.Ruling.Why;

/** What several services do together in one assessment (SAL-07, HAC-21). */
public final class Jointly {

    private static final List<String> CITED = List.of("SAL-07", "HAC-21");

    private Jointly() {}

    /** Another agency takes part, on a basis; its people are told. */
    static Ruling join(Assessment a, String agency, String basis, Actor by, Rules rules, Instant now) {
        if (a.agencies().contains(agency)) {
            return new Ruling.Before();
        }
        if (rules.agency(agency).isEmpty()) {
            return new Ruling.Unknown("agency", "This protocol knows no such agency.");
        }
        var draft = new Draft(a);
        admit(draft, agency, basis, by, rules, now);
        return new Ruling.Done(draft.change());
    }

    static void admit(Draft draft, String agency, String basis, Actor by, Rules rules, Instant now) {
        draft.sides.add(new Side(agency, rules.nameOf(agency), basis, now));
        draft.write(now, "agency.joined", rules.nameOf(agency) + " takes part", by, CITED);
        if (!by.agency().equals(agency)) {
            draft.tell(
                    Telling.of("joined-" + agency, "Your service takes part in an assessment", "HAC-21")
                            .asking("Plan it together, and write your sections"),
                    new Addressee(agency, "practitioner", null),
                    now);
        }
    }

    /** It was planned together with the other professionals involved (SAL-07). */
    static Ruling plan(Assessment a, String words, Actor by, Instant now) {
        return open(a, draft -> {
            draft.joint = draft.joint.planned(new Said(words, by, now));
            draft.write(now, "joint.planned", "The assessment was planned together", by, List.of("SAL-07"));
            others(draft, by, "joint-planned", "The assessment was planned together", now);
        });
    }

    /** It is too urgent to plan together; then the recovery coordinator is owed full information (SAL-07). */
    static Ruling urgent(Assessment a, String because, Actor by, Instant now) {
        return open(a, draft -> {
            draft.joint = draft.joint.urgent(new Said(because, by, now));
            draft.write(now, "joint.urgent", "Too urgent to plan together", by, List.of("SAL-07"));
            others(
                    draft,
                    by,
                    "joint-urgent",
                    "An assessment was too urgent to plan together; full information follows",
                    now);
        });
    }

    /** The recovery coordinator has all information and is part of strategy planning (SAL-07). */
    static Ruling inform(Assessment a, String words, Actor by, Instant now) {
        return open(a, draft -> {
            draft.joint = draft.joint.informed(new Said(words, by, now));
            draft.write(now, "joint.informed", "The recovery coordinator was fully informed", by, List.of("SAL-07"));
        });
    }

    /** A meeting during the assessment, or a visit made together. */
    static Ruling meet(Assessment a, Meeting meeting, Instant now) {
        return open(a, draft -> {
            draft.joint = draft.joint.met(meeting);
            var words = meeting.kind() == Meeting.Kind.JOINT_VISIT ? "A joint visit was made" : "A meeting was held";
            draft.write(
                    now, "joint.met", words + " on " + Words.spoken(meeting.heldAt()), meeting.by(), List.of("HAC-21"));
        });
    }

    /** A person stands for their agency's part; what is written afterwards needs a new signature. */
    static Ruling sign(Assessment a, Actor by, Instant now) {
        if (!a.isOpen()) {
            return new Ruling.Against(Why.NOT_OPEN, "It is complete.", CITED);
        }
        if (a.joint().isSignedFor(by.agency())) {
            return new Ruling.Before();
        }
        return open(a, draft -> {
            draft.joint = draft.joint.signed(new Signature(by, now));
            draft.write(now, "signed", by.name() + " signed", by, List.of("HAC-21"));
        });
    }

    /** Why a joint assessment cannot be completed yet; null when nothing of that stands against it. */
    static Ruling.@Nullable Against unready(Assessment a) {
        if (!a.isJoint()) {
            return null;
        }
        if (!a.joint().isPrepared()) {
            return new Ruling.Against(
                    Why.NOT_PREPARED,
                    "Several services take part. Record that it was planned together, or why it was too urgent and that"
                            + " the recovery coordinator was then fully informed.",
                    List.of("SAL-07"));
        }
        var missing = a.sides().stream()
                .filter(side -> !a.joint().isSignedFor(side.agency()))
                .map(Side::name)
                .toList();
        return missing.isEmpty()
                ? null
                : new Ruling.Against(
                        Why.NOT_SIGNED, "Still to sign: " + String.join(", ", missing) + ".", List.of("HAC-21"));
    }

    static void others(Draft draft, Actor by, String purpose, String words, Instant now) {
        draft.sides.stream()
                .map(Side::agency)
                .filter(agency -> !agency.equals(by.agency()))
                .forEach(agency -> draft.tell(
                        Telling.of(purpose + "-" + now.toEpochMilli(), words, "SAL-07"),
                        new Addressee(agency, "practitioner", null),
                        now));
    }

    private static Ruling open(Assessment a, java.util.function.Consumer<Draft> change) {
        if (!a.isOpen()) {
            return new Ruling.Against(Why.NOT_OPEN, "It is complete. Open it again for a review first.", CITED);
        }
        var draft = new Draft(a);
        change.accept(draft);
        return new Ruling.Done(draft.change());
    }
}
