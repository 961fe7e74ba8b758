package uk.kinbridge.assessment.lost;

import uk.kinbridge.assessment.appointment.CourseAccess;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;

/** Who may do what with a search for a family. */
public final class SearchAccess {

    private SearchAccess() {}

    public static AccessDecision begin(Caller caller) {
        return CourseAccess.worksWithFamilies(caller)
                ? AccessDecision.granted()
                : AccessDecision.denied("A family is searched for by those who work with families.");
    }

    /** Those who work with the family; nobody from whom a member is protected: a search is about whereabouts. */
    public static AccessDecision read(Caller caller, Search search) {
        boolean shielded = search.shields().stream()
                .anyMatch(s -> s.isFromPerson(caller) || s.isFromAgency(caller.agency()));
        return CourseAccess.worksWithFamilies(caller)
                        && search.parties().contains(caller.agency())
                        && (!shielded || caller.worksFor(search.agency()))
                        && search.shields().stream().noneMatch(s -> s.isFromPerson(caller))
                ? AccessDecision.granted()
                : AccessDecision.concealed();
    }

    /** The agency that searches asks, and tells the front door. */
    public static AccessDecision search(Caller caller, Search search) {
        if (!read(caller, search).isGranted()) {
            return AccessDecision.concealed();
        }
        return caller.worksFor(search.agency())
                ? AccessDecision.granted()
                : AccessDecision.denied("The agency that searches does that. Whoever finds the family says so.", "SAL-21");
    }
}
