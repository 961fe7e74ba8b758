package uk.kinbridge.referral.family;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A family's circumstances have changed in a way that can change the risk to its children: their assessments are looked
 * at again (JWP-13, HAC-15). It says what kind of thing changed, never what the record says of it.
 */
public record CircumstancesChanged(String family, String reference, List<What> changes, Author by, Instant at)
        implements FamilyEvent {

    /** Who works with a family, and where its papers are, is no circumstance of the children's lives. */
    private static final Set<FactKind> BESIDE_THE_POINT = EnumSet.of(
            FactKind.HOUSEHOLD_ASKED,
            FactKind.GP,
            FactKind.HEALTH_VISITOR,
            FactKind.EARLY_HELP_LEAD,
            FactKind.RECOVERY_COORDINATOR,
            FactKind.LEAD_PROFESSIONAL,
            FactKind.OTHER_AGENCIES,
            FactKind.INTAKE,
            FactKind.CONTACT_DETAILS,
            FactKind.SAID_OTHERWISE);

    private static final Set<String> LINES =
            Set.of("member.added", "member.born", "relationship.recorded", "protection.set", "protection.lifted");

    public CircumstancesChanged {
        changes = List.copyOf(changes);
    }

    /**
     * One thing that changed.
     *
     * @param member id of the member whom it is about; null for the family
     */
    public record What(String what, @Nullable String member, String words) {}

    /** What a change of the record means for the children; empty when it changes no circumstance. */
    public static Optional<CircumstancesChanged> between(Family before, Family next) {
        if (next.history().size() <= before.history().size()) {
            return Optional.empty();
        }
        var lines =
                next.history().subList(before.history().size(), next.history().size());
        var changes = lines.stream()
                .filter(line -> isCircumstance(line, next))
                .map(CircumstancesChanged::what)
                .distinct()
                .toList();
        var last = lines.getLast();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new CircumstancesChanged(
                        next.id(),
                        next.reference(),
                        changes,
                        Objects.requireNonNull(last.by(), "a person changed it"),
                        last.at()));
    }

    /** That somebody is protected, and why, must not travel to those whom they are protected from: only that there is news. */
    private static What what(Line line) {
        return line.what().startsWith("protection.")
                ? new What("record.changed", null, "The record says something new")
                : new What(line.what(), line.memberId(), line.words());
    }

    static boolean isCircumstance(Line line, Family next) {
        var kind = line.kind();
        return kind == null ? LINES.contains(line.what()) : !BESIDE_THE_POINT.contains(kind) && isNew(line, kind, next);
    }

    /** The same answer given again only says that it is still so (SAL-17). */
    private static boolean isNew(Line line, FactKind kind, Family next) {
        var before = line.before();
        var member = line.memberId();
        var now = member == null
                ? Optional.ofNullable(next.facts().get(kind))
                : next.known(member).flatMap(found -> found.fact(kind));
        return before == null
                || now.filter(said -> said.value().equals(before.value())).isEmpty();
    }
}
