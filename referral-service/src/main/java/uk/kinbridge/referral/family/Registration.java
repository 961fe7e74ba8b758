package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a family when it is registered, as much as there is.
 *
 * @param noChildren that there are none: the other answer to the question which children there are
 * @param ties relationships, by the places of the two in {@code members}
 * @param basis on which lawful basis the registering agency works with the family
 */
public record Registration(
        List<Told> members,
        boolean noChildren,
        @Nullable String address,
        List<Tie> ties,
        Involvement.LawfulBasis basis,
        @Nullable String basisWords) {

    public Registration {
        members = List.copyOf(members);
        ties = List.copyOf(ties);
    }

    /** What one member is to another. */
    public record Tie(
            int from,
            int to,
            Relationship.Kind kind,
            Relationship.Care care,
            Relationship.Contact contact,
            @Nullable String saidBy) {}

    /** Name and dates of its members. */
    public static Registration briefly(List<Told> members, boolean noChildren, @Nullable String address) {
        return new Registration(members, noChildren, address, List.of(), Involvement.LawfulBasis.PUBLIC_TASK, null);
    }

    private long children() {
        return members.stream().filter(m -> m.kind() != Person.Kind.ADULT).count();
    }

    /** Why it cannot be registered like this; empty when it can (JWP-01, HAC-08). */
    List<Reason> faults(Instant now) {
        var reasons = new ArrayList<Reason>();
        if (members.isEmpty()) {
            reasons.add(new Reason("members", "Name at least one member of the family.", null));
        }
        if (children() == 0 && !noChildren) {
            reasons.add(new Reason(
                    "noChildren",
                    "Which children does this adult care for or have contact with? Name them, or state that there are"
                            + " none.",
                    "HAC-08"));
        }
        if (children() > 0 && noChildren) {
            reasons.add(new Reason(
                    "noChildren",
                    "Children are named, and it is stated that there are none. Which is right?",
                    "HAC-08"));
        }
        for (int i = 0; i < members.size(); i++) {
            reasons.addAll(Checks.of(members.get(i), "members[" + i + "].", now));
        }
        for (int i = 0; i < ties.size(); i++) {
            var tie = ties.get(i);
            if (tie.from() == tie.to() || isNobody(tie.from()) || isNobody(tie.to())) {
                reasons.add(new Reason(
                        "relationships[" + i + "]", "Name two different members by their places in the list.", null));
            }
        }
        return reasons;
    }

    private boolean isNobody(int place) {
        return place < 0 || place >= members.size();
    }

    /** The record, when it has no faults. */
    Family family(String id, String reference, Author by, Instant now, Supplier<String> ids) {
        var people =
                members.stream().map(told -> member(told, ids.get(), by, now)).toList();
        var facts = new EnumMap<FactKind, Said>(FactKind.class);
        if (address != null) {
            facts.put(FactKind.HOME, new Said(address, null, by.name(), by, now));
        }
        var relationships = ties.stream()
                .map(tie -> new Relationship(
                        Relationship.idOf(
                                people.get(tie.from()).id(),
                                people.get(tie.to()).id()),
                        people.get(tie.from()).id(),
                        people.get(tie.to()).id(),
                        tie.kind(),
                        tie.care(),
                        tie.contact(),
                        tie.saidBy() == null ? by.name() : tie.saidBy(),
                        by,
                        now))
                .toList();
        var words = basisWords == null ? "Its own work with the family" : basisWords;
        return new Family(
                id,
                reference,
                by.agency(),
                by,
                now,
                people,
                facts,
                relationships,
                List.of(new Involvement(by.agency(), basis, words, by, now, null)),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(Line.of(now, "family.registered", "The family was registered", by)));
    }

    /** The question which children there are was put for every adult of the registration (JWP-01). */
    private Member member(Told told, String id, Author by, Instant now) {
        var facts = new EnumMap<FactKind, Said>(FactKind.class);
        if (told.kind() == Person.Kind.ADULT) {
            facts.put(FactKind.CHILDREN, new Said(noChildren ? "none" : "named", null, by.name(), by, now));
        }
        facts.putAll(said(told.facts(), by, now));
        return told.asMember(id).withFacts(facts);
    }

    static Map<FactKind, Said> said(Map<FactKind, Telling> tellings, Author by, Instant now) {
        var facts = new EnumMap<FactKind, Said>(FactKind.class);
        tellings.forEach((kind, telling) -> facts.put(kind, said(telling, by, now)));
        return facts;
    }

    static Said said(Telling telling, Author by, Instant now) {
        return new Said(
                telling.value(), telling.details(), telling.saidBy() == null ? by.name() : telling.saidBy(), by, now);
    }
}
