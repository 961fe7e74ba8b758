package uk.kinbridge.referral.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import uk.kinbridge.protocols.sharing.FieldGroup;
import uk.kinbridge.referral.exchange.Letter;
import uk.kinbridge.referral.referral.Referral;
import uk.kinbridge.referral.referral.ReferralMother;
import uk.kinbridge.referral.referral.Referrals;
import uk.kinbridge.referral.referral.Shown;

/** ENG-11: what leaves as FHIR has passed the decision on sharing, field by field; minimum necessary, in each format. */
class WhatGoesOutTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");
    private static final String RECIPIENT = "hackney-drug-treatment";
    private static final String REFERRER = "hackney-childrens-social-care";

    private final Fhir fhir = new Fhir();

    @ParameterizedTest
    @EnumSource(
            value = FieldGroup.class,
            names = {"BIRTH", "WHEREABOUTS", "CONCERN", "ASSESSMENT"})
    void what_is_held_back_is_in_no_message_and_all_else_is(FieldGroup heldBack) {
        var referral = ReferralMother.letThrough(EnumSet.complementOf(EnumSet.of(heldBack)));

        exports(referral, RECIPIENT).forEach(message -> assertThat(message).doesNotContain(saidIn(heldBack)));
        assertThat(String.join("", exports(referral, RECIPIENT)))
                .contains(Stream.of(FieldGroup.values())
                        .filter(group -> group != heldBack)
                        .flatMap(group -> Stream.of(saidIn(group)))
                        .toList());
    }

    @Test
    void only_the_name_goes_where_nothing_else_was_let_through() {
        var referral = ReferralMother.letThrough(Set.of(FieldGroup.IDENTITY));

        assertThat(exports(referral, RECIPIENT))
                .allSatisfy(message -> assertThat(message)
                        .doesNotContain(Stream.of(FieldGroup.values())
                                .filter(group -> group != FieldGroup.IDENTITY)
                                .flatMap(group -> Stream.of(saidIn(group)))
                                .toArray(String[]::new)));
    }

    @Test
    void whoever_wrote_it_gets_all_of_their_own_words_back() {
        var referral = ReferralMother.letThrough(Set.of(FieldGroup.IDENTITY));

        assertThat(String.join("", exports(referral, REFERRER)))
                .contains(saidIn(FieldGroup.CONCERN))
                .contains(saidIn(FieldGroup.ASSESSMENT));
    }

    /** Both resources that the door hands out, in both formats, as text. */
    private List<String> exports(Referral referral, String reader) {
        var held = new Referrals.Held(referral, 1);
        var letter = Letter.of(held, Shown.to(reader, referral, ReferralMother.intoTreatment()));
        return Stream.of(Fhir.JSON, Fhir.XML)
                .flatMap((MediaType format) -> Stream.of(
                        fhir.write(LetterWriter.message(letter, NOW), format),
                        fhir.write(Requests.alone(letter, Objects.requireNonNull(letter.origin())), format)))
                .map(written -> new String(written, StandardCharsets.UTF_8))
                .toList();
    }

    private static String[] saidIn(FieldGroup group) {
        return switch (group) {
            case IDENTITY -> new String[] {"Ashdown"};
            case BIRTH -> new String[] {"1990-03-01"};
            case WHEREABOUTS -> new String[] {"12 Made-up Road"};
            case CONCERN -> new String[] {"Daily alcohol use", "adult-with-unmet-needs"};
            case ASSESSMENT -> new String[] {"assessment.pdf"};
            case HEALTH, INVOLVEMENT -> new String[0];
        };
    }
}
