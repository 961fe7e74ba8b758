package uk.kinbridge.assessment.appointment;

import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** Who may do what with appointments. */
public final class CourseAccess {

    private CourseAccess() {}

    /** Whether the caller's role works with families at all. */
    public static boolean worksWithFamilies(Caller caller) {
        return !caller.isService()
                && caller.hasAnyRole(
                        Role.PRACTITIONER,
                        Role.SAFEGUARDING_LEAD,
                        Role.MANAGER,
                        Role.DUTY_WORKER,
                        Role.NAMED_PROFESSIONAL,
                        Role.SENIOR_MANAGER);
    }

    public static AccessDecision offer(Caller caller) {
        return worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Appointments are offered by those who work with families.");
    }

    public static AccessDecision list(Caller caller) {
        return worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("Appointments are for those who work with families.");
    }

    /** Those who work with the family; to all others, and to whom the person is protected from, it does not exist. */
    public static AccessDecision read(Caller caller, Course course) {
        return worksWithFamilies(caller)
                        && course.parties().contains(caller.agency())
                        && !course.work().isShieldedFrom(caller)
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** The agency that offers the appointments does what is to be done with them. */
    public static AccessDecision keep(Caller caller, Course course) {
        if (!read(caller, course).isGranted()) {
            return AccessDecision.concealed();
        }
        return caller.worksFor(course.agency())
                ? AccessDecision.granted()
                : AccessDecision.denied(
                        "The agency that offers the appointments does that; yours has another part here.");
    }

    /** Whoever came along can say what became of it. */
    public static AccessDecision record(Caller caller, Course course, int number) {
        boolean cameAlong = course.offer(number)
                .filter(o -> o.agencies().anyMatch(caller.agency()::equals))
                .isPresent();
        return cameAlong ? read(caller, course) : keep(caller, course);
    }

    /** Either of the two services writes down what both have decided (HAC-06). */
    public static AccessDecision discuss(Caller caller, Course course) {
        var referral = course.work().referral();
        return referral != null && caller.worksFor(referral.agency()) ? read(caller, course) : keep(caller, course);
    }

    /** Places and coming times tell where somebody is to be found: not to an agency that they are protected from. */
    public static boolean seesWhereabouts(Caller caller, Course course) {
        return caller.worksFor(course.agency()) || !course.work().isShieldedFrom(caller.agency());
    }
}
