package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.kinbridge.platform.security.AccessDecision;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;
import uk.kinbridge.referral.family.RegisterFamily.Outcome;
import uk.kinbridge.referral.family.RegisterFamily.Registration;
import uk.kinbridge.referral.family.RegisterFamily.Told;

/** HAC-08: the children are asked for, and "none" is an answer. */
class RegisteringAFamilyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Caller SADE = new Caller(
            "p-sade", "sade", "Sade Okafor", "hackney-childrens-social-care", Set.of(), Set.of(Role.PRACTITIONER));

    private final List<Family> kept = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final RegisterFamily register = new RegisterFamily(
            new Families() {
                @Override
                public void add(Family family) {
                    kept.add(family);
                }

                @Override
                public Optional<Family> find(String id) {
                    return kept.stream().filter(f -> f.id().equals(id)).findFirst();
                }
            },
            () -> "id-" + ids.incrementAndGet(),
            () -> "F-2222-2222");

    @Test
    void refuses_when_nobody_has_said_which_children_there_are() {
        assertThat(register(List.of(adult()), false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .satisfies(reason ->
                                        assertThat(reason.obligation()).isEqualTo("HAC-08")));
        assertThat(kept).isEmpty();
    }

    @Test
    void none_is_an_answer() {
        assertThat(register(List.of(adult()), true)).isInstanceOf(Outcome.Registered.class);
        assertThat(kept).singleElement().satisfies(f -> assertThat(f.children()).isEqualTo(Family.Children.NONE));
    }

    @Test
    void refuses_none_beside_a_named_child() {
        assertThat(register(List.of(adult(), told(Person.Kind.CHILD, LocalDate.of(2020, 1, 1), null)), true))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void an_unborn_child_is_a_child_of_the_family() {
        register(List.of(adult(), told(Person.Kind.UNBORN, null, LocalDate.of(2027, 3, 1))), false);

        assertThat(kept)
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
                                .extracting(RegisterFamily.Reason::field)
                                .containsExactly("members[0].bornOn", "members[1].bornOn"));
    }

    @Test
    void another_agency_does_not_learn_of_the_family() {
        register(List.of(adult()), true);
        var owen = new Caller(
                "p-owen", "owen", "Owen Price", "hackney-alcohol-treatment", Set.of(), Set.of(Role.SAFEGUARDING_LEAD));

        assertThat(FamilyAccess.read(owen, kept.getFirst())).isEqualTo(AccessDecision.concealed());
        assertThat(FamilyAccess.read(SADE, kept.getFirst()).isGranted()).isTrue();
    }

    private Outcome register(List<Told> members, boolean noChildren) {
        return register.register("f-" + ids.incrementAndGet(), new Registration(members, noChildren, null), SADE, NOW);
    }

    private static Told adult() {
        return told(Person.Kind.ADULT, LocalDate.of(1990, 1, 1), null);
    }

    private static Told told(Person.Kind kind, @Nullable LocalDate bornOn, @Nullable LocalDate expectedOn) {
        return new Told(kind, "Robin", "Ashdown", bornOn, expectedOn);
    }
}
