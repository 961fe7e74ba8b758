package uk.kinbridge.referral.family;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a record is found by when somebody registers the same people again. Keys are as coarse as an index needs;
 * {@link Matching} decides.
 */
public final class MatchKeys {

    private static final Pattern POSTCODE = Pattern.compile("\\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})?\\b");
    private static final Pattern NUMBER = Pattern.compile("\\b[0-9]+[A-Z]?\\b");

    private MatchKeys() {}

    /** Keys that few records share: NHS numbers, and dates of birth with half a name. */
    public static Set<String> narrow(Family family, NameSounds sounds) {
        var keys = new TreeSet<String>();
        for (var member : family.people()) {
            if (member.nhsNumber() != null) {
                keys.add("nhs:" + member.nhsNumber());
            }
            var bornOn = member.person().bornOn();
            if (bornOn != null) {
                born(bornOn, member, sounds, keys);
            }
        }
        identities(family).forEach(identity -> {
            if (identity.nhsNumber() != null) {
                keys.add("nhs:" + identity.nhsNumber());
            }
            var bornOn = identity.bornOn();
            if (bornOn != null) {
                family.known(identity.memberId()).ifPresent(member -> born(bornOn, member, sounds, keys));
            }
        });
        return keys;
    }

    private static void born(LocalDate on, Member member, NameSounds sounds, Set<String> keys) {
        for (var name : member.names()) {
            keys.add("born:" + on + ":" + sounds.of(name.familyName()));
            keys.add("born:" + on + ":" + sounds.of(name.givenName()));
        }
    }

    private static Stream<Merge.Identity> identities(Family family) {
        return family.merges().stream().filter(Merge::stands).flatMap(merge -> merge.identities().stream());
    }

    /** Keys that many records can share: whole names, and addresses. */
    public static Set<String> wide(Family family, NameSounds sounds) {
        var keys = new TreeSet<String>();
        for (var member : family.people()) {
            for (var name : member.names()) {
                keys.add("name:" + sounds.of(name.familyName()) + ":" + sounds.of(name.givenName()));
                keys.add("name:" + sounds.of(name.givenName()) + ":" + sounds.of(name.familyName()));
            }
            member.fact(FactKind.RESIDENCE).ifPresent(said -> keys.add("at:" + address(said.value())));
        }
        homes(family).forEach(home -> keys.add("at:" + home));
        return keys;
    }

    /** Where the family lives, and where records that have become part of this one had it live. */
    static Set<String> homes(Family family) {
        var homes = new TreeSet<String>();
        if (family.address() != null) {
            homes.add(address(family.address()));
        }
        family.merges().stream()
                .filter(Merge::stands)
                .flatMap(merge -> merge.homes().stream())
                .forEach(said -> homes.add(address(said.value())));
        return homes;
    }

    /** Both, as they are stored. */
    public static Collection<String> all(Family family, NameSounds sounds) {
        var keys = new TreeSet<>(narrow(family, sounds));
        keys.addAll(wide(family, sounds));
        return keys;
    }

    /** The same for two ways to write one address: its number and its postcode, or else all of its letters. */
    public static String address(String written) {
        var upper = written.toUpperCase(Locale.ROOT);
        var number = NUMBER.matcher(upper);
        var postcode = POSTCODE.matcher(upper);
        if (number.find() && postcode.find() && postcode.group(2) != null) {
            return number.group() + "@" + postcode.group(1) + postcode.group(2);
        }
        return upper.replaceAll("[^A-Z0-9]", "");
    }
}
