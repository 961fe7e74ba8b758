package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.referral.family.RegisterFamily.Outcome;

/** JWP-01, HAC-08, FAP-15: the children are asked for, and "none" is an answer. */
class RegisteringAFamilyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Caller SADE = new Caller(
            "p-sade", "sade", "Sade Okafor", "hackney-childrens-social-care", Set.of(), Set.of(Role.PRACTITIONER));

    private final MemoryFamilies kept = new MemoryFamilies();
    private final AtomicInteger ids = new AtomicInteger();
    private final RegisterFamily register =
            new RegisterFamily(kept, () -> "id-" + ids.incrementAndGet(), () -> "F-2222-2222");

    @Test
    void refuses_when_nobody_has_said_which_children_there_are() {
        assertThat(register(List.of(adult()), false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason ->
                                        assertThat(reason.obligation()).isEqualTo("HAC-08")));
        assertThat(kept.all()).isEmpty();
    }

    @Test
    void none_is_an_answer() {
        assertThat(register(List.of(adult()), true)).isInstanceOf(Outcome.Registered.class);
        assertThat(kept.all())
                .singleElement()
                .satisfies(f -> assertThat(f.children()).isEqualTo(Family.Children.NONE));
    }

    @Test
    void refuses_none_beside_a_named_child() {
        assertThat(register(List.of(adult(), told(Person.Kind.CHILD, LocalDate.of(2020, 1, 1), null)), true))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_unborn_child_is_a_child_of_the_family() {
        register(List.of(adult(), told(Person.Kind.UNBORN, null, LocalDate.of(2027, 3, 1))), false);

        assertThat(kept.all())
                .singleElement()
                .satisfies(f -> assertThat(f.childMembers()).hasSize(1));
    }

    @Test
    void refuses_a_birth_in_the_future_and_a_birth_of_the_unborn() {
        assertThat(register(
                        List.of(
                                told(Person.Kind.CHILD, LocalDate.of(2026, 11, 24), null),
                                told(Person.Kind.UNBORN, LocalDate.of(2026, 1, 1), null)),
                        false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::field)
                                .containsExactly("members[0].bornOn", "members[1].bornOn"));
    }

    @Test
    void another_agency_does_not_learn_of_the_family() {
        register(List.of(adult()), true);
        var owen = new Caller(
                "p-owen", "owen", "Owen Price", "hackney-alcohol-treatment", Set.of(), Set.of(Role.SAFEGUARDING_LEAD));

        assertThat(FamilyAccess.read(owen, kept.all().getFirst())).isEqualTo(AccessDecision.concealed());
        assertThat(FamilyAccess.read(SADE, kept.all().getFirst()).isGranted()).isTrue();
    }

    @Test
    void every_adult_carries_the_answer_which_children_there_are() {
        register(List.of(adult(), told(Person.Kind.CHILD, LocalDate.of(2020, 1, 1), null)), false);

        assertThat(kept.all().getFirst().adults())
                .allSatisfy(adult -> assertThat(adult.fact(FactKind.CHILDREN))
                        .get()
                        .extracting(Said::value)
                        .isEqualTo("named"));
    }

    @Test
    void an_nhs_number_with_a_slip_is_refused() {
        var slipped = new Told(
                Person.Kind.ADULT, "Robin", "Ashdown", null, null, List.of(), "943 476 5918", java.util.Map.of());

        assertThat(register(List.of(slipped), true)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_is_not_of_such_a_member_is_refused() {
        var schooled = new Told(
                Person.Kind.ADULT,
                "Robin",
                "Ashdown",
                null,
                null,
                List.of(),
                null,
                java.util.Map.of(FactKind.SCHOOL, new Telling("Hill School", null, null)));

        assertThat(register(List.of(schooled), true)).isInstanceOf(Outcome.Refused.class);
    }

    private Outcome register(List<Told> members, boolean noChildren) {
        return register.register(
                "f-" + ids.incrementAndGet(), Registration.briefly(members, noChildren, null), SADE, NOW);
    }

    private static Told adult() {
        return told(Person.Kind.ADULT, LocalDate.of(1990, 1, 1), null);
    }

    private static Told told(Person.Kind kind, @Nullable LocalDate bornOn, @Nullable LocalDate expectedOn) {
        return Told.briefly(kind, "Robin", "Ashdown", bornOn, expectedOn);
    }
}
