package uk.kinbridge.assessment.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import uk.kinbridge.platform.security.Caller;

/**
 * A member whose whereabouts must not come to somebody's knowledge.
 *
 * @param fromPeople people who sign in here, by subject id or user name
 * @param fromAgencies agencies in which such a person works
 */
public record Shield(String id, String memberId, List<String> fromPeople, List<String> fromAgencies, boolean lifted) {

    public Shield {
        fromPeople = List.copyOf(fromPeople);
        fromAgencies = List.copyOf(fromAgencies);
    }

    /** The same for the member as another record of the family names them. */
    public Shield of(UnaryOperator<String> itsMember) {
        return new Shield(id, itsMember.apply(memberId), fromPeople, fromAgencies, lifted);
    }

    public boolean isFromPerson(Caller caller) {
        return !lifted && (fromPeople.contains(caller.subject()) || fromPeople.contains(caller.username()));
    }

    public boolean isFromAgency(String agency) {
        return !lifted && fromAgencies.contains(agency);
    }

    /**
     * What is known of shields after another answer. Whom somebody is protected from gets an answer without a trace of
     * it: a shield that an answer leaves out is therefore still there, and only a lifted one is not.
     */
    public static List<Shield> after(List<Shield> before, List<Shield> answer) {
        var known = new ArrayList<Shield>(answer);
        before.stream()
                .filter(old -> answer.stream().noneMatch(now -> now.id().equals(old.id())))
                .forEach(known::add);
        return List.copyOf(known);
    }
}
