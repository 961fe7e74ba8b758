package uk.kinbridge.referral.family;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.referral.family.FamilyMother.BRIDGE;
import static uk.kinbridge.referral.family.FamilyMother.LEILA;
import static uk.kinbridge.referral.family.FamilyMother.NADIA;
import static uk.kinbridge.referral.family.FamilyMother.NOW;
import static uk.kinbridge.referral.family.FamilyMother.SADE;
import static uk.kinbridge.referral.family.FamilyMother.SOUNDS;
import static uk.kinbridge.referral.family.FamilyMother.TREATMENT;
import static uk.kinbridge.referral.family.FamilyMother.adult;
import static uk.kinbridge.referral.family.FamilyMother.changed;
import static uk.kinbridge.referral.family.FamilyMother.child;
import static uk.kinbridge.referral.family.FamilyMother.family;
import static uk.kinbridge.referral.family.FamilyMother.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.kinbridge.platform.access.AccessLog;
import uk.kinbridge.platform.access.Look;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.PublishedProtocols;
import uk.kinbridge.referral.family.Matching.Strength;

/** HAC-08: one family gets one record, and nobody learns by registering what they must not know. */
class FindingPossibleMatchesTest {

    private final MemoryFamilies families = new MemoryFamilies();
    private final List<Look> looks = new ArrayList<>();
    private final FindMatches matches = new FindMatches(
            families,
            new PublishedProtocols(Packs.shipped(), new uk.kinbridge.protocols.published.ProtocolCopies() {
                @Override
                public List<uk.kinbridge.protocols.pack.Pack> all() {
                    return List.of();
                }

                @Override
                public void keep(uk.kinbridge.protocols.pack.Pack pack, String yaml) {
                    throw new UnsupportedOperationException();
                }
            }),
            SOUNDS,
            new AccessLog() {
                @Override
                public void addAll(List<Look> more) {
                    looks.addAll(more);
                }

                @Override
                public List<Kept> of(Part part) {
                    return List.of();
                }
            });

    @ParameterizedTest
    @CsvSource({
        "Robin,  Ashdown, 1990-03-01, STRONG",
        "Robyn,  Ashdowne, 1990-03-01, STRONG",
        "Ashdown, Robin,  1990-03-01, STRONG",
        "Robin,  Ashdown, 1990-01-03, STRONG",
        "Robin,  Ashdown, 1991-03-01, STRONG",
        "Robin,  Ashdown, ,           POSSIBLE",
        "Maria,  Okoro,   1990-03-01, POSSIBLE"
    })
    void names_dates_and_the_address_tell_how_sure_it_is(
            String givenName, String familyName, @Nullable String bornOn, Strength strength) {
        // All of these share the address.
        assertThat(strength(family("f-2", SADE, "12 Made-up Rd, E8 1AA", adult(givenName, familyName, bornOn))))
                .contains(strength);
    }

    @ParameterizedTest
    @CsvSource({"Robin, Ashdown, 1975-07-07", "Maria, Okoro, 1990-03-01", "Robin, Ashdown, "})
    void elsewhere_a_name_or_a_birthday_alone_is_no_match(
            String givenName, String familyName, @Nullable String bornOn) {
        assertThat(strength(family("f-2", SADE, "5 Far Away, N1 1AA", adult(givenName, familyName, bornOn))))
                .isEmpty();
    }

    @Test
    void the_nhs_number_decides() {
        var same = withNhs(family("f-2", SADE, null, adult("Rob", "Other", null)), "9434765919");
        var others = withNhs(family("f-3", SADE, null, adult("Robin", "Ashdown", "1990-03-01")), "9990000018");

        assertThat(strength(same)).contains(Strength.CERTAIN);
        assertThat(strength(others)).isEmpty();
    }

    @Test
    void an_earlier_name_counts() {
        var married = new Told(
                Person.Kind.ADULT,
                "Robin",
                "Vale",
                java.time.LocalDate.of(1990, 3, 1),
                null,
                List.of(new Member.Name("Robin", "Ashdown")),
                null,
                Map.of());

        assertThat(strength(family("f-2", SADE, null, married))).contains(Strength.STRONG);
    }

    @Test
    void whoever_may_read_the_other_record_is_led_to_it() {
        families.add(ashdowns(SADE), NOW);

        assertThat(hints(SADE)).singleElement().isInstanceOfSatisfying(Hint.OnYourRecord.class, hint -> {
            assertThat(hint.familyId()).isEqualTo("f-1");
            assertThat(hint.because()).contains("names alike", "the same date of birth");
        });
    }

    @Test
    void the_safeguarding_lead_of_a_partner_learns_whom_to_ask_and_nothing_else() {
        families.add(ashdowns(LEILA), NOW);

        assertThat(hints(NADIA)).containsExactly(new Hint.AskAgency(TREATMENT, "safeguarding-lead"));
    }

    @Test
    void a_practitioner_of_a_partner_does_not_learn_which_service_it_is() {
        families.add(ashdowns(LEILA), NOW);

        assertThat(hints(SADE)).containsExactly(new Hint.AskYourLead("safeguarding-lead"));
        assertThat(hints(SADE).toString()).doesNotContain("drug", "Ashdown", "f-1");
    }

    @Test
    void an_agency_of_another_protocol_learns_nothing() {
        families.add(ashdowns(LEILA), NOW);

        assertThat(hints(BRIDGE)).isEmpty();
        assertThat(looks).isEmpty();
    }

    @Test
    void a_weak_match_on_anothers_record_stays_there() {
        families.add(family("f-1", LEILA, "12 Made-up Road, E8 1AA", adult("Robin", "Ashdown", null)), NOW);

        assertThat(hints(NADIA)).isEmpty();
    }

    @Test
    void the_one_whom_somebody_is_protected_from_learns_nothing() {
        families.add(
                changed(Protecting.protect(
                        ashdowns(LEILA), protection("f-1-2", List.of(), List.of("sade.okafor"), List.of()))),
                NOW);

        assertThat(hints(SADE)).isEmpty();
        assertThat(hints(NADIA)).hasSize(1);
    }

    @Test
    void that_somebody_was_told_stands_in_the_other_records_access_log() {
        families.add(ashdowns(LEILA), NOW);
        hints(NADIA);

        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.record()).isEqualTo("family/f-1");
            assertThat(look.what()).isEqualTo("possible-match");
            assertThat(look.agency()).isEqualTo(NADIA.agency());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12 Made-up Road, London E8 1AA; 12, MADE-UP RD, e8 1aa",
                "Flat 2, 12 Made-up Road E8 1AA; Flat 2 12 Made Up Road, London, E81AA",
                "The Old Mill, Wick; the old mill wick"
            })
    void an_address_is_the_same_in_two_spellings(String one, String other) {
        assertThat(MatchKeys.address(one)).isEqualTo(MatchKeys.address(other));
    }

    private static Family ashdowns(Caller by) {
        return family(
                "f-1",
                by,
                "12 Made-up Road, London E8 1AA",
                adult("Robin", "Ashdown", "1990-03-01"),
                child("Wren", "Ashdown", "2019-06-02"));
    }

    private List<Hint> hints(Caller caller) {
        var registered = family(
                "f-2", caller, null, adult("Robyn", "Ashdown", "1990-03-01"), child("Wren", "Ashdown", "2019-06-02"));
        return matches.hints(registered, caller, NOW);
    }

    private static Optional<Strength> strength(Family registered) {
        return new Matching(SOUNDS)
                .between(registered, withNhs(ashdowns(SADE), "9434765919")).stream()
                        .map(Matching.Match::strength)
                        .findFirst();
    }

    private static Family withNhs(Family family, String number) {
        return family.withPerson(
                family.people().getFirst().id(), m -> new Member(m.person(), m.alsoKnownAs(), number, m.facts()));
    }
}
