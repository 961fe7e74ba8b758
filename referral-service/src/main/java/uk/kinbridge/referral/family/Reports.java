package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what another system says of a family that is on record. A blank is filled. Whoever wrote something down may
 * put it right in the same way; where somebody else did, it stands, and what contradicts it stands beside it until a
 * person has found out which is right (SAL-17). Nothing is overwritten unseen, and nothing that is said is lost.
 */
public final class Reports {

    static final String CONTRADICTED = "member.said-otherwise";

    private static final String ALSO_KNOWN_AS = "member.also-known-as";
    private static final String COMPLETED = "member.completed";
    private static final List<String> WRITTEN = List.of("member.added", "member.corrected", "member.born");

    private final Author by;
    private final String saidBy;
    private final Instant now;
    private final List<Remark> remarks = new ArrayList<>();
    private Family family;

    /**
     * Begins with a record as it stands.
     *
     * @param by whose system it is
     * @param saidBy the person in whose name it speaks
     */
    public Reports(Family family, Author by, String saidBy, Instant now) {
        this.family = family;
        this.by = by;
        this.saidBy = saidBy;
        this.now = now;
    }

    /**
     * What the one who reports should know: it was not taken as it was said.
     *
     * @param about the member's id, and what of them
     */
    public record Remark(
            String about, String words, @Nullable String obligation) {}

    /** The record as it is by now. */
    public Family family() {
        return family;
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** Somebody who was not on record. */
    public void newcomer(String id, Told told) {
        take(id, Changes.add(family, id, told, by, now));
    }

    /** Names, dates and NHS number of somebody who is on record. */
    public void person(String id, Told told) {
        var member = family.known(id).orElseThrow();
        if (told.nhsNumber() != null && !NhsNumber.isValid(told.nhsNumber())) {
            remark(id + ".nhsNumber", "This is no NHS number: its last digit does not fit the others.", null);
            person(id, withoutNumber(told));
        } else if (member.person().kind() == Person.Kind.UNBORN && told.bornOn() != null) {
            take(id, Changes.correct(family, id, born(member, told), by, now));
        } else if (wrote(id)) {
            corrected(member, told);
        } else {
            compared(member, told);
        }
    }

    private static Told withoutNumber(Told told) {
        return new Told(
                told.kind(),
                told.givenName(),
                told.familyName(),
                told.bornOn(),
                told.expectedOn(),
                told.alsoKnownAs(),
                null,
                told.facts());
    }

    /** A child comes by its name at birth; how it was called before is kept (FAP-15). */
    private static Told born(Member member, Told told) {
        var was = member.person();
        return merged(member, told, Person.Kind.CHILD, told.bornOn(), null, was);
    }

    private void corrected(Member member, Told told) {
        var was = member.person();
        var next = merged(member, told, was.kind(), either(told.bornOn(), was.bornOn()), expected(told, was), was);
        if (!next.asMember(member.id()).withFacts(member.facts()).equals(member)) {
            take(member.id(), Changes.correct(family, member.id(), next, by, now));
        }
    }

    private static java.time.@Nullable LocalDate expected(Told told, Person was) {
        return was.kind() == Person.Kind.UNBORN ? either(told.expectedOn(), was.expectedOn()) : was.expectedOn();
    }

    private static Told merged(
            Member member,
            Told told,
            Person.Kind kind,
            java.time.@Nullable LocalDate bornOn,
            java.time.@Nullable LocalDate expectedOn,
            Person was) {
        var name = new Member.Name(said(told.givenName(), was.givenName()), said(told.familyName(), was.familyName()));
        var others = Stream.concat(member.names().stream(), told.alsoKnownAs().stream())
                .filter(other -> !same(other, name) && !isBlank(other))
                .distinct()
                .toList();
        return new Told(
                kind,
                name.givenName(),
                name.familyName(),
                bornOn,
                expectedOn,
                others,
                told.nhsNumber() == null ? member.nhsNumber() : told.nhsNumber(),
                told.facts());
    }

    /** Somebody else wrote it down: blanks are filled, and what contradicts stands beside. */
    private void compared(Member member, Told told) {
        var id = member.id();
        var was = member.person();
        var name = new Member.Name(said(told.givenName(), was.givenName()), said(told.familyName(), was.familyName()));
        var more = Stream.concat(Stream.of(name), told.alsoKnownAs().stream())
                .filter(one -> !isBlank(one) && member.names().stream().noneMatch(known -> same(known, one)))
                .distinct()
                .toList();
        more.forEach(one -> alsoKnownAs(id, one));
        completed(member, told);
        contradicted(id, "Date of birth", was.bornOn(), told.bornOn());
        contradicted(id, "Expected on", was.expectedOn(), told.expectedOn());
        contradicted(
                id,
                "NHS number",
                member.nhsNumber(),
                told.nhsNumber() == null ? null : NhsNumber.digits(told.nhsNumber()));
    }

    private void alsoKnownAs(String id, Member.Name name) {
        family = family.withPerson(id, m -> {
                    var names = new ArrayList<>(m.alsoKnownAs());
                    names.add(name);
                    return new Member(m.person(), names, m.nhsNumber(), m.facts());
                })
                .and(Line.about(now, ALSO_KNOWN_AS, "A further name was said", by, id));
        remark(id + ".name", "The record has another name; this one stands beside it.", null);
    }

    private void completed(Member member, Told told) {
        var was = member.person();
        var next = new Person(
                was.id(),
                was.kind(),
                was.givenName(),
                was.familyName(),
                was.kind() == Person.Kind.UNBORN ? was.bornOn() : either(was.bornOn(), told.bornOn()),
                was.kind() == Person.Kind.UNBORN ? either(was.expectedOn(), told.expectedOn()) : was.expectedOn());
        var number = member.nhsNumber() == null && told.nhsNumber() != null
                ? NhsNumber.digits(told.nhsNumber())
                : member.nhsNumber();
        if (next.equals(was) && Objects.equals(number, member.nhsNumber())) {
            return;
        }
        var reasons = Checks.of(
                new Told(
                        next.kind(),
                        next.givenName(),
                        next.familyName(),
                        next.bornOn(),
                        next.expectedOn(),
                        List.of(),
                        number,
                        java.util.Map.of()),
                member.id() + ".",
                now);
        if (reasons.isEmpty()) {
            family = family.withPerson(member.id(), m -> new Member(next, m.alsoKnownAs(), number, m.facts()))
                    .and(Line.about(now, COMPLETED, "Something that was not known was said", by, member.id()));
        } else {
            refused(reasons);
        }
    }

    private void contradicted(String id, String what, @Nullable Object known, @Nullable Object said) {
        if (known != null && said != null && !known.equals(said)) {
            beside(id, what + ": " + said);
        }
    }

    /** Where somebody lives: the family's home for the person referred, an address of their own for others. */
    public void address(String id, String address, boolean ofTheFamily) {
        var member = family.known(id).orElseThrow();
        var own = member.fact(FactKind.RESIDENCE).isPresent();
        var home = family.address();
        if (!own && ofTheFamily && !member.says(FactKind.HOUSEHOLD, "lives-elsewhere")) {
            fact(
                    id,
                    Optional.ofNullable(family.facts().get(FactKind.HOME)),
                    address,
                    "Address",
                    telling -> Changes.record(family, FactKind.HOME, telling, by, now));
        } else if (own || home == null || !isSameAddress(home, address)) {
            if (!own && member.says(FactKind.HOUSEHOLD, "lives-here")) {
                beside(id, "Address: " + address);
            } else {
                fact(
                        id,
                        member.fact(FactKind.RESIDENCE),
                        address,
                        "Address",
                        telling -> Changes.record(family, id, FactKind.RESIDENCE, telling, by, now));
            }
        }
    }

    /** How somebody is reached. */
    public void contactDetails(String id, String details) {
        var member = family.known(id).orElseThrow();
        fact(
                id,
                member.fact(FactKind.CONTACT_DETAILS),
                details,
                "To be reached at",
                telling -> Changes.record(family, id, FactKind.CONTACT_DETAILS, telling, by, now));
    }

    /** Whether there are children whom an adult cares for or has contact with (JWP-01). */
    public void children(String adult, boolean none) {
        var member = family.known(adult).orElseThrow();
        if (member.isAdult()) {
            fact(
                    adult,
                    member.fact(FactKind.CHILDREN),
                    none ? "none" : "named",
                    "Children they care for or have contact with",
                    telling -> Changes.record(family, adult, FactKind.CHILDREN, telling, by, now));
        }
    }

    private void fact(
            String id,
            Optional<Said> before,
            String value,
            String what,
            java.util.function.Function<Telling, Changes.Outcome> record) {
        boolean known = before.filter(said -> said.value().equals(value) || isSameAddress(said.value(), value))
                .isPresent();
        if (known) {
            return;
        }
        if (before.filter(said -> !isMine(said.recordedBy())).isPresent()) {
            beside(id, what + ": " + value);
        } else {
            take(id, record.apply(new Telling(value, null, saidBy)));
        }
    }

    /** What two members are to one another; how much one cares for the other is not said with it, and asked here. */
    public void relationship(String from, String to, Relationship.Kind kind) {
        var known = family.between(from, to).orElse(null);
        if (known == null) {
            take(from, Changes.relate(family, tie(from, to, kind, null), by, now));
        } else if (known.kind() != kind && kind != Relationship.Kind.OTHER) {
            if (isMine(known.recordedBy())) {
                take(from, Changes.relate(family, tie(from, to, kind, known), by, now));
            } else {
                beside(from, "What they are to " + to + ": " + kind.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    private Relationship tie(String from, String to, Relationship.Kind kind, @Nullable Relationship known) {
        return new Relationship(
                Relationship.idOf(from, to),
                from,
                to,
                kind,
                known == null ? Relationship.Care.NOT_SAID : known.care(),
                known == null ? Relationship.Contact.NOT_SAID : known.contact(),
                saidBy,
                by,
                now);
    }

    /** Something that contradicts the record: said once, it stands beside until a person decides. */
    public void beside(String id, String sentence) {
        var line = sentence.replace('\n', ' ').strip();
        var before = family.known(id).flatMap(member -> member.fact(FactKind.SAID_OTHERWISE));
        if (wasSaid(id, before, line)) {
            return;
        }
        var value = before.map(said -> said.value() + "\n" + line).orElse(line);
        family = family.withPerson(id, m -> m.with(FactKind.SAID_OTHERWISE, new Said(value, null, saidBy, by, now)))
                .and(new Line(
                        now,
                        CONTRADICTED,
                        "Something else was said than the record says",
                        by,
                        id,
                        FactKind.SAID_OTHERWISE,
                        before.orElse(null)));
        remark(
                id,
                "The record says otherwise, from somebody else; this stands beside it until a person decides: " + line,
                "SAL-17");
    }

    /** Also when a person has dealt with it since: a message that comes again raises nothing again. */
    private boolean wasSaid(String id, Optional<Said> before, String line) {
        return Stream.concat(
                        before.stream(),
                        family.history().stream()
                                .filter(one -> one.kind() == FactKind.SAID_OTHERWISE && id.equals(one.memberId()))
                                .flatMap(one -> Stream.ofNullable(one.before())))
                .flatMap(said -> Arrays.stream(said.value().split("\n", -1)))
                .anyMatch(line::equals);
    }

    /** The worker who answers for the record is told that it is contradicted. */
    static List<FamilyEvent> contradicted(Families.Held found, Family next) {
        var already = found.family().history().size();
        return next.history().stream()
                .skip(already)
                .filter(line -> line.what().equals(CONTRADICTED))
                .limit(1)
                .<FamilyEvent>map(line -> next.toWorker(
                        "said-otherwise-" + found.version(),
                        "Another system says something else of a member of the family than its record; find out which"
                                + " is right",
                        List.of("SAL-17"),
                        null,
                        line.at()))
                .toList();
    }

    /** Whether what the record says of that member's name and dates was written by the one who reports now. */
    private boolean wrote(String id) {
        return family.history().reversed().stream()
                .filter(line -> id.equals(line.memberId()) && WRITTEN.contains(line.what()))
                .findFirst()
                .map(Line::by)
                .or(() -> Optional.of(family.registeredBy()))
                .filter(this::isMine)
                .isPresent();
    }

    private boolean isMine(Author author) {
        return author.person().equals(by.person()) && author.agency().equals(by.agency());
    }

    private void take(String about, Changes.Outcome outcome) {
        switch (outcome) {
            case Changes.Outcome.Changed(Family next) -> family = next;
            case Changes.Outcome.Refused(List<Reason> reasons) ->
                reasons.forEach(reason -> remark(about + "." + reason.field(), reason.why(), reason.obligation()));
        }
    }

    private void refused(List<Reason> reasons) {
        reasons.forEach(reason -> remark(reason.field(), reason.why(), reason.obligation()));
    }

    private void remark(String about, String words, @Nullable String obligation) {
        remarks.add(new Remark(about, words, obligation));
    }

    private static boolean isSameAddress(String one, String another) {
        return MatchKeys.address(one).equals(MatchKeys.address(another));
    }

    private static boolean same(Member.Name one, Member.Name another) {
        return one.givenName().equalsIgnoreCase(another.givenName())
                && one.familyName().equalsIgnoreCase(another.familyName());
    }

    private static boolean isBlank(Member.Name name) {
        return name.givenName().isBlank() && name.familyName().isBlank();
    }

    private static String said(String now, String before) {
        return now.isBlank() ? before : now;
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
