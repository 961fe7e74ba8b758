package uk.kinbridge.referral.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.reference.HumanReference;

/**
 * What a family is found by, within what an agency may see: each term carries the agency in front, so that one index
 * answers and nothing of others is ever looked at.
 */
public final class SearchTerms {

    private SearchTerms() {}

    /** Every term under which a record is found, for each of its parties. */
    public static Set<String> of(Family family, NameSounds sounds) {
        var terms = new TreeSet<String>();
        terms.add("all");
        terms.add("ref:" + family.reference());
        for (var member : family.people()) {
            for (var name : member.names()) {
                addWords(name.givenName(), sounds, terms);
                addWords(name.familyName(), sounds, terms);
            }
            if (member.person().bornOn() != null) {
                terms.add("born:" + member.person().bornOn());
            }
        }
        var byParty = new TreeSet<String>();
        family.parties().forEach(party -> terms.forEach(term -> byParty.add(of(party, term))));
        return byParty;
    }

    /** The terms of one person by name and date of birth, without an agency in front. */
    public static Set<String> of(Person person, NameSounds sounds) {
        var terms = new TreeSet<String>();
        addWords(person.givenName(), sounds, terms);
        addWords(person.familyName(), sounds, terms);
        if (person.bornOn() != null) {
            terms.add("born:" + person.bornOn());
        }
        return terms;
    }

    /** Each word of a name finds it, and so does all of it written as one. */
    private static void addWords(String name, NameSounds sounds, Set<String> terms) {
        terms.add("name:" + sounds.of(name));
        words(name).forEach(word -> terms.add("name:" + sounds.of(word)));
    }

    /** Names are put down and looked for alike: a double name is two words, with a hyphen or without. */
    private static List<String> words(String name) {
        return Arrays.stream(name.split("[\\s\\p{Pd}]+", -1))
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** A term as it is stored. */
    public static String of(String agency, String term) {
        return agency + "|" + term;
    }

    /** What a person looks for; a reference with a slip of the pen finds nothing. */
    public static List<String> wanted(
            @Nullable String reference,
            @Nullable String name,
            java.time.@Nullable LocalDate bornOn,
            NameSounds sounds) {
        var terms = new ArrayList<String>();
        if (reference != null) {
            terms.add("ref:"
                    + HumanReference.read(reference).map(HumanReference::value).orElse(reference));
        }
        if (name != null) {
            words(name).forEach(word -> terms.add("name:" + sounds.of(word)));
        }
        if (bornOn != null) {
            terms.add("born:" + bornOn);
        }
        return terms.isEmpty() ? List.of("all") : List.copyOf(terms);
    }
}
