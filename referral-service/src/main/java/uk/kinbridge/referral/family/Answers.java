package uk.kinbridge.referral.family;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.kinbridge.protocols.pack.Recorded;

/** Whom a record still lacks an answer about, for each thing that a protocol wants on record. */
final class Answers {

    private static final int SCHOOL_FROM = 5;

    private final Family family;
    private final LocalDate today;

    Answers(Family family, LocalDate today) {
        this.family = family;
        this.today = today;
    }

    /** @return members' ids, or {@link OpenQuestion#FAMILY}; empty when it is answered, or kept elsewhere */
    List<String> missing(Recorded recorded) {
        return switch (recorded) {
            case CHILDREN_CARED_FOR_OR_IN_CONTACT -> adults(FactKind.CHILDREN);
            case RELATIONSHIP_TO_EACH_CHILD, CARING_RESPONSIBILITIES ->
                family.adults().stream()
                        .filter(this::isUnrelatedToSomeChild)
                        .map(Member::id)
                        .toList();
            case OTHER_AGENCIES -> otherAgencies();
            case CHILD_DATES_OF_BIRTH ->
                children(m -> m.person().bornOn() == null && m.person().expectedOn() == null);
            case CHILD_RESIDENCE ->
                children(m -> m.fact(FactKind.RESIDENCE).isEmpty()
                        && (!m.says(FactKind.HOUSEHOLD, "lives-here") || family.address() == null));
            case MAIN_CARER -> children(FactKind.MAIN_CARER);
            case HEALTH_VISITOR ->
                children(m ->
                        isUnderSchoolAge(m) && m.fact(FactKind.HEALTH_VISITOR).isEmpty());
            case SCHOOLS ->
                children(m -> !isUnderSchoolAge(m) && m.fact(FactKind.SCHOOL).isEmpty());
            case SOCIAL_CARE_INVOLVEMENT ->
                children(m -> m.fact(FactKind.SOCIAL_CARE_NOW).isEmpty()
                        || m.fact(FactKind.SOCIAL_CARE_BEFORE).isEmpty());
            case HOUSEHOLD ->
                family.people().stream()
                        .filter(lacks(FactKind.HOUSEHOLD))
                        .map(Member::id)
                        .toList();
            case REGULAR_VISITORS ->
                family.facts().containsKey(FactKind.HOUSEHOLD_ASKED) ? List.of() : List.of(OpenQuestion.FAMILY);
            case COMMON_ASSESSMENT ->
                children(m -> m.fact(FactKind.EARLY_HELP).isEmpty()
                        || m.says(FactKind.EARLY_HELP, "coordinators-asked")
                        || (m.says(FactKind.EARLY_HELP, "yes")
                                && m.fact(FactKind.EARLY_HELP_LEAD).isEmpty()));
            case NAMED_RECOVERY_COORDINATOR ->
                family.adults().stream()
                        .filter(m -> m.says(FactKind.SUBSTANCE_USE, "yes"))
                        .filter(lacks(FactKind.RECOVERY_COORDINATOR))
                        .map(Member::id)
                        .toList();
            case NAMED_LEAD_PROFESSIONAL -> children(FactKind.LEAD_PROFESSIONAL);
            default -> List.of();
        };
    }

    private List<String> otherAgencies() {
        boolean known = family.agencies().stream()
                        .anyMatch(i -> i.isActive() && !i.agency().equals(family.agency()))
                || family.people().stream()
                        .anyMatch(m -> m.fact(FactKind.OTHER_AGENCIES).isPresent());
        return known ? List.of() : List.of(OpenQuestion.FAMILY);
    }

    private boolean isUnrelatedToSomeChild(Member adult) {
        return adult.says(FactKind.CHILDREN, "named")
                && family.allChildren().stream()
                        .anyMatch(child -> family.between(adult.id(), child.id())
                                .filter(tie -> tie.care() != Relationship.Care.NOT_SAID)
                                .isEmpty());
    }

    private boolean isUnderSchoolAge(Member child) {
        var bornOn = child.person().bornOn();
        return child.person().kind() == Person.Kind.UNBORN
                || (bornOn != null && Period.between(bornOn, today).getYears() < SCHOOL_FROM);
    }

    private List<String> adults(FactKind kind) {
        return family.adults().stream().filter(lacks(kind)).map(Member::id).toList();
    }

    private List<String> children(FactKind kind) {
        return children(lacks(kind));
    }

    private List<String> children(Predicate<Member> which) {
        Stream<Member> all = family.allChildren().stream();
        return all.filter(which).map(Member::id).toList();
    }

    private static Predicate<Member> lacks(FactKind kind) {
        return m -> m.fact(kind).isEmpty();
    }
}
