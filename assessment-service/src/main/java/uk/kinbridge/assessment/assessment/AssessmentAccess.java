package uk.kinbridge.assessment.assessment;

import uk.kinbridge.assessment.assessment.FamilyRecords.Seen;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.pack.FormSection;

/** Who may do what with an assessment. */
public final class AssessmentAccess {

    private AssessmentAccess() {}

    /** Whether the caller's role works with families at all. */
    static boolean worksWithFamilies(Caller caller) {
        return !caller.isService()
                && caller.hasAnyRole(
                        Role.PRACTITIONER,
                        Role.SAFEGUARDING_LEAD,
                        Role.MANAGER,
                        Role.DUTY_WORKER,
                        Role.NAMED_PROFESSIONAL,
                        Role.SENIOR_MANAGER);
    }

    public static AccessDecision list(Caller caller) {
        return worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Assessments are for those who work with families.");
    }

    /** Those who work with families assess; the family must be one that they may see, where that can be asked. */
    public static AccessDecision begin(Caller caller, Seen seen) {
        if (!worksWithFamilies(caller)) {
            return AccessDecision.denied("Assessments are written by those who work with families.");
        }
        return seen instanceof Seen.NotForYou ? AccessDecision.concealed() : AccessDecision.granted();
    }

    /**
     * The agencies that take part, and those that work with the family. Whether an agency works with it says the family's
     * record; while that cannot be asked its last good answer counts. The agency whose assessment it is keeps its own
     * work whatever becomes of its part in the family's record.
     */
    public static AccessDecision read(Caller caller, Assessment a, Seen seen) {
        if (!worksWithFamilies(caller)) {
            return AccessDecision.concealed();
        }
        if (caller.worksFor(a.holder().agency())) {
            return AccessDecision.granted();
        }
        boolean before =
                a.readers().contains(caller.agency()) || a.family().parties().contains(caller.agency());
        boolean party = switch (seen) {
            case Seen.Known _ -> true;
            case Seen.NotForYou _ -> gotTheOutcome(caller, a);
            case Seen.Unreachable _ -> before;
        };
        return party ? AccessDecision.granted() : AccessDecision.concealed();
    }

    /** The referrer reads the outcome that was sent to it, whether it is party of the family's record or not. */
    static boolean gotTheOutcome(Caller caller, Assessment a) {
        return a.outcomes().stream().anyMatch(outcome -> caller.worksFor(outcome.to()));
    }

    /** The form says who fills in a section, and whoever began one owns it. */
    public static AccessDecision write(Caller caller, Assessment a, Seen seen, FormSection section, Rules rules) {
        if (!read(caller, a, seen).isGranted()) {
            return AccessDecision.concealed();
        }
        if (rules.mayFill(section, a, caller)) {
            return AccessDecision.granted();
        }
        return AccessDecision.denied(
                a.part(section.id().value())
                        .map(part -> "This section belongs to " + rules.nameOf(part.agency()) + ".")
                        .orElse("The form gives this section to others."),
                "HAC-21");
    }

    /** What both sides do: planning, meetings, signing, saying that harm is indicated. */
    public static AccessDecision takePart(Caller caller, Assessment a, Seen seen) {
        if (!read(caller, a, seen).isGranted()) {
            return AccessDecision.concealed();
        }
        return a.agencies().contains(caller.agency()) || !(seen instanceof Seen.NotForYou)
                ? AccessDecision.granted()
                : AccessDecision.denied("Those who take part in the assessment do this.");
    }

    /** What the agency whose assessment it is does: completing, deciding, telling the outcome. */
    public static AccessDecision answerFor(Caller caller, Assessment a, Seen seen) {
        if (!read(caller, a, seen).isGranted()) {
            return AccessDecision.concealed();
        }
        return caller.worksFor(a.holder().agency())
                ? AccessDecision.granted()
                : AccessDecision.denied("The agency whose assessment it is does this; yours has another part here.");
    }
}
