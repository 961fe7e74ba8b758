package uk.kinbridge.acceptance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import uk.kinbridge.acceptance.journey.Hackney;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Person;

/** Referrals in numbers: one family and its paperwork, referred again and again. */
public final class Referring {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Hackney hackney;
    private final Answer family;
    private final String paperwork;

    private Referring(Hackney hackney, Answer family, String paperwork) {
        this.hackney = hackney;
        this.family = family;
        this.paperwork = paperwork;
    }

    /** Registers a family and uploads its paperwork. */
    public static Referring prepared(Stage stage) {
        var hackney = new Hackney(stage.suite());
        var family = hackney.registerFamily(hackney.socialWorker());
        assertThat(family.status()).isEqualTo(201);
        var paperwork = hackney.uploadPaperwork(hackney.socialWorker());
        assertThat(paperwork.status()).isEqualTo(201);
        return new Referring(hackney, family, paperwork.text("/id"));
    }

    public Hackney hackney() {
        return hackney;
    }

    /** Refers, under a key that a repetition can use again. */
    public Answer refer(String key) {
        return hackney.socialWorker()
                .create(
                        "/api/referrals",
                        Hackney.intoTreatment(family, Optional.of(paperwork), Optional.of("Alcohol every day.")),
                        key);
    }

    /** Refers so many times; every one must be accepted. */
    public List<String> refer(int times) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            var referral = refer(UUID.randomUUID().toString());
            assertThat(referral.status()).as(referral.body().toString()).isEqualTo(201);
            ids.add(referral.text("/id"));
        }
        return ids;
    }

    /** Waits until the Safeguarding Lead has a notice of each, then makes sure that there is one of each and no more. */
    public void assertEachNotifiedOnce(List<String> ids) {
        assertEachNotifiedOnce(hackney.safeguardingLead(), ids, "referral-arrived");
    }

    /** The same for another person and purpose. */
    public void assertEachNotifiedOnce(Person person, List<String> ids, String purpose) {
        for (var id : ids) {
            Awaitility.await("a notice '" + purpose + "' of " + id + " for " + person.username())
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(Hackney.notices(person, id, purpose)).isNotEmpty());
        }
        for (var id : ids) {
            assertThat(Hackney.notices(person, id, purpose))
                    .as("notices '%s' of %s for %s", purpose, id, person.username())
                    .hasSize(1);
        }
    }
}
