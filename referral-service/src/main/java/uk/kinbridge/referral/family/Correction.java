package uk.kinbridge.referral.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.referral.family.Person.Kind;

/**
 * What is known otherwise of who somebody is. What is not spoken of stays as it is: whoever mends a spelling says nothing
 * about a date of birth (SAL-17).
 *
 * @param alsoKnownAs all of them, none when empty; null where nothing is said of them
 * @param nhsNumber a blank one takes a wrong one away
 */
public record Correction(
        @Nullable Kind kind,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn,
        @Nullable List<Member.Name> alsoKnownAs,
        @Nullable String nhsNumber) {

    /** The whole of them with it. Nobody who is born is expected any more (FAP-15). */
    Told of(Member member) {
        var was = member.person();
        var is = kind == null ? was.kind() : kind;
        boolean born = was.kind() == Kind.UNBORN && is != Kind.UNBORN;
        return new Told(
                is,
                givenName == null ? was.givenName() : givenName,
                familyName == null ? was.familyName() : familyName,
                bornOn == null ? was.bornOn() : bornOn,
                expectedOn != null || born ? expectedOn : was.expectedOn(),
                alsoKnownAs == null ? member.alsoKnownAs() : alsoKnownAs,
                nhsNumber == null ? member.nhsNumber() : nhsNumber.isBlank() ? null : nhsNumber,
                Map.of());
    }

    /** What the record said until then, in plain words: only what is another now. */
    static String before(Member was, Member next) {
        var said = new java.util.ArrayList<String>();
        var before = was.person();
        var now = next.person();
        said(said, "name", name(before), name(now));
        said(said, "date of birth", before.bornOn(), now.bornOn());
        said(said, "expected on", before.expectedOn(), now.expectedOn());
        said(said, "also known as", names(was), names(next));
        said(said, "NHS number", was.nhsNumber(), next.nhsNumber());
        return String.join("; ", said);
    }

    private static void said(List<String> all, String what, @Nullable Object before, @Nullable Object now) {
        if (!java.util.Objects.equals(before, now)) {
            all.add(what + " " + (before == null ? "not known" : before));
        }
    }

    private static String name(Person person) {
        return person.givenName() + " " + person.familyName();
    }

    private static @Nullable String names(Member member) {
        return member.alsoKnownAs().isEmpty()
                ? null
                : member.alsoKnownAs().stream()
                        .map(name -> name.givenName() + " " + name.familyName())
                        .collect(java.util.stream.Collectors.joining(", "));
    }
}
