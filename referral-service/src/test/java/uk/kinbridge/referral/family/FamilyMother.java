package uk.kinbridge.referral.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.referral.family.names.Names;
import uk.kinbridge.referral.information.Office;

/** Families as workers of several agencies would register them. */
public final class FamilyMother {

    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    public static final String CSC = "hackney-childrens-social-care";
    public static final String TREATMENT = "hackney-drug-treatment";
    public static final NameSounds SOUNDS = Names.sounds();

    public static final Caller SADE = caller("sade.okafor", "Sade Okafor", CSC, Role.PRACTITIONER);
    public static final Caller NADIA = caller("nadia.rahman", "Nadia Rahman", CSC, Role.SAFEGUARDING_LEAD);
    public static final Caller LEILA = caller("leila.haddad", "Leila Haddad", TREATMENT, Role.SAFEGUARDING_LEAD);
    public static final Caller TOM = caller("tom.brandt", "Tom Brandt", TREATMENT, Role.PRACTITIONER);
    public static final Caller BRIDGE =
            caller("bea.ridge", "Bea Ridge", "salford-childrens-services", Role.SAFEGUARDING_LEAD);

    private FamilyMother() {}

    /** Whom the shipped protocols have told of changes. */
    public static TellOfChanges telling() {
        return new TellOfChanges(Office.protocols(), BankHolidays::shipped);
    }

    public static Caller caller(String username, String name, String agency, Role role) {
        return new Caller("p-" + username, username, name, agency, Set.of(), Set.of(role));
    }

    public static Told adult(String givenName, String familyName, @Nullable String bornOn) {
        return Told.briefly(Person.Kind.ADULT, givenName, familyName, date(bornOn), null);
    }

    public static Told child(String givenName, String familyName, @Nullable String bornOn) {
        return Told.briefly(Person.Kind.CHILD, givenName, familyName, date(bornOn), null);
    }

    public static Told unborn(String expectedOn) {
        return Told.briefly(Person.Kind.UNBORN, "Baby", "Ashdown", null, LocalDate.parse(expectedOn));
    }

    private static @Nullable LocalDate date(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }

    public static Telling said(String value) {
        return new Telling(value, null, "the mother");
    }

    /** Robin Ashdown with the child Wren, at an address in Hackney. */
    public static Family ashdowns() {
        return family(
                "f-1",
                SADE,
                "12 Made-up Road, London E8 1AA",
                adult("Robin", "Ashdown", "1990-03-01"),
                child("Wren", "Ashdown", "2019-06-02"));
    }

    /** Members have the ids {@code f-1-1, f-1-2 …}. */
    public static Family family(String id, Caller by, @Nullable String address, Told... members) {
        var counter = new AtomicInteger();
        boolean none = List.of(members).stream().allMatch(m -> m.kind() == Person.Kind.ADULT);
        return Registration.briefly(List.of(members), none, address)
                .family(id, "F-" + id, Author.of(by), NOW, () -> id + "-" + counter.incrementAndGet());
    }

    /** A family of Salford of which something was said about the children, which becomes stale. */
    public static Family withStaleFacts(String id) {
        var family = family(id, BRIDGE, null, adult("Robin", "Ashdown", null), child("Wren", "Ashdown", null));
        var child = family.childMembers().getFirst().id();
        return changed(Changes.record(family, child, FactKind.GP, said("Hill Surgery"), Author.of(BRIDGE), NOW));
    }

    /** It has become part of another. */
    public static Family merged(Family family, String into) {
        return family.mergedInto(into);
    }

    public static Relationship tie(String from, String to, Relationship.Kind kind, Relationship.Care care) {
        return new Relationship(
                Relationship.idOf(from, to),
                from,
                to,
                kind,
                care,
                Relationship.Contact.LIVES_WITH,
                "the mother",
                Author.of(SADE),
                NOW);
    }

    public static Family changed(Changes.Outcome outcome) {
        return ((Changes.Outcome.Changed) outcome).family();
    }

    public static Family with(Family family, String memberId, FactKind kind, String value) {
        return changed(Changes.record(family, memberId, kind, said(value), Author.of(SADE), NOW));
    }

    public static Protection protection(
            String memberId, List<String> members, List<String> people, List<String> agencies) {
        return new Protection(
                "p-1", memberId, members, people, agencies, "A court order of May", Author.of(NADIA), NOW, null);
    }

    public static Map<FactKind, Telling> facts(FactKind kind, String value) {
        return Map.of(kind, said(value));
    }
}
