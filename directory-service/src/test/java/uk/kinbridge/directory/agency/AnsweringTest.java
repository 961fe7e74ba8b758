package uk.kinbridge.directory.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.directory.practitioner.People.inAgency;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.kinbridge.directory.practitioner.Practitioner;

class AnsweringTest {

    private static final String AGENCY = "hackney-drug-treatment";
    private static final Instant NOON = Instant.parse("2026-02-11T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-02-11T18:00:00Z");

    private final List<Practitioner> people = List.of(
            inAgency(AGENCY, "leila.haddad", "safeguarding-lead"),
            inAgency(AGENCY, "tom.brandt", "practitioner"),
            inAgency(AGENCY, "grace.mensah", "manager"));

    @Test
    void whoever_has_the_role_answers_when_nobody_is_named() {
        assertThat(answering(List.of(), List.of(), List.of(), NOON)).containsExactly("leila.haddad");
    }

    @Test
    void who_is_on_the_rota_comes_before_who_is_named() {
        assertThat(answering(
                        List.of(new Shift(Post.SAFEGUARDING_LEAD, "tom.brandt", NOON, EVENING)),
                        List.of(new Responsibility(Post.SAFEGUARDING_LEAD, "grace.mensah", null)),
                        List.of(),
                        NOON))
                .containsExactly("tom.brandt", "grace.mensah", "leila.haddad");
    }

    @Test
    void a_shift_is_over_at_its_end() {
        assertThat(answering(
                        List.of(new Shift(Post.SAFEGUARDING_LEAD, "tom.brandt", NOON, EVENING)),
                        List.of(),
                        List.of(),
                        EVENING))
                .containsExactly("leila.haddad");
    }

    @Test
    void the_delegate_acts_for_somebody_who_is_away() {
        var away = List.of(new Absence("leila.haddad", NOON, EVENING, "grace.mensah"));
        var answering = new Answering(entry(List.of(), List.of(), away), people);
        assertThat(answering.answeringFor(Post.SAFEGUARDING_LEAD, null, NOON))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.username()).isEqualTo("grace.mensah");
                    assertThat(person.because()).isEqualTo("acts for leila haddad, who is away");
                });
    }

    @Test
    void a_person_who_is_here_is_meant_in_person() {
        assertThat(new Answering(entry(List.of(), List.of(), List.of()), people)
                        .actingFor(subjectOf("leila.haddad"), NOON))
                .hasValueSatisfying(person -> {
                    assertThat(person.username()).isEqualTo("leila.haddad");
                    assertThat(person.delegate()).isFalse();
                });
    }

    @Test
    void the_delegate_acts_for_one_person_who_is_away() {
        var away = List.of(new Absence("leila.haddad", NOON, EVENING, "grace.mensah"));
        assertThat(new Answering(entry(List.of(), List.of(), away), people).actingFor(subjectOf("leila.haddad"), NOON))
                .hasValueSatisfying(person -> {
                    assertThat(person.username()).isEqualTo("grace.mensah");
                    assertThat(person.delegate()).isTrue();
                });
    }

    @Test
    void the_delegate_of_somebody_on_the_rota_is_at_work_as_the_rota_says() {
        var away = List.of(new Absence("leila.haddad", NOON, EVENING, "grace.mensah"));
        var rota = List.of(new Shift(Post.SAFEGUARDING_LEAD, "leila.haddad", NOON, EVENING));
        assertThat(new Answering(entry(rota, List.of(), away), people).answeringFor(Post.SAFEGUARDING_LEAD, null, NOON))
                .first()
                .satisfies(person -> assertThat(person.basis()).isEqualTo(Answering.Basis.ROTA));
    }

    @Test
    void nobody_acts_for_somebody_who_has_left() {
        assertThat(new Answering(entry(List.of(), List.of(), List.of()), people).actingFor("gone", NOON))
                .isEmpty();
    }

    private String subjectOf(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    @Test
    void delegates_who_are_away_for_one_another_do_not_go_round_in_circles() {
        var away = List.of(
                new Absence("leila.haddad", NOON, EVENING, "grace.mensah"),
                new Absence("grace.mensah", NOON, EVENING, "leila.haddad"));
        assertThat(answering(List.of(), List.of(), away, NOON)).isEmpty();
    }

    @Test
    void nobody_answers_who_has_left() {
        assertThat(answering(
                        List.of(),
                        List.of(new Responsibility(Post.SAFEGUARDING_LEAD, "somebody.gone", null)),
                        List.of(),
                        NOON))
                .containsExactly("leila.haddad");
    }

    private List<String> answering(List<Shift> rota, List<Responsibility> named, List<Absence> absences, Instant at) {
        return new Answering(entry(rota, named, absences), people)
                .answeringFor(Post.SAFEGUARDING_LEAD, null, at).stream()
                        .map(Answering.Person::username)
                        .toList();
    }

    private static AgencyEntry entry(List<Shift> rota, List<Responsibility> named, List<Absence> absences) {
        return new AgencyEntry(
                AGENCY,
                1,
                "Hackney drug treatment service",
                "treatment-provider",
                List.of("hackney"),
                null,
                List.of(),
                List.of(),
                List.of(),
                named,
                List.of(),
                rota,
                absences,
                List.of());
    }
}
