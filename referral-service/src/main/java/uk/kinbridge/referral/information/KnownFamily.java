package uk.kinbridge.referral.information;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Person;

/**
 * What a decision on sharing has to know of a family.
 *
 * @param agency the one that keeps the record
 * @param whereabouts where its members live
 * @param protectedFrom by member, from whom their whereabouts are kept: ids of members, or agencies by
 *     {@link #agency(String)}
 */
public record KnownFamily(
        String id,
        String reference,
        String agency,
        List<Person> people,
        Whereabouts whereabouts,
        Map<String, Set<String>> protectedFrom) {

    public KnownFamily {
        people = List.copyOf(people);
        protectedFrom = Map.copyOf(protectedFrom);
    }

    /** All of them at one address, or where that is not known. */
    KnownFamily(
            String id,
            String reference,
            String agency,
            List<Person> people,
            @Nullable String address,
            Map<String, Set<String>> protectedFrom) {
        this(id, reference, agency, people, (_, _, _) -> address, protectedFrom);
    }

    /** How an agency is named among those who must not learn where somebody is. */
    public static String agency(String id) {
        return "agency:" + id;
    }

    public Optional<Person> person(String personId) {
        return people.stream().filter(person -> person.id().equals(personId)).findFirst();
    }

    Set<String> protectedFrom(String personId) {
        return protectedFrom.getOrDefault(personId, Set.of());
    }
}
