package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;

/** HAC-01: the directory is down, and referral-service has just started without it: the protocol it knows decides. */
class DirectoryServiceDownIT {

    private final Stage stage = Stage.set();

    @Test
    void a_referral_is_still_accepted_on_the_pinned_protocol() {
        var referring = Referring.prepared(stage);
        stage.kill("directory-service");
        try {
            stage.kill("referral-service");
            stage.start("referral-service");

            var accepted = referring.refer(1);

            var referral = referring.hackney().socialWorker().get("/api/referrals/" + accepted.getFirst());
            assertThat(referral.text("/protocol/pack")).isEqualTo("hackney");
            assertThat(referral.text("/protocol/hash")).isNotEmpty();
            referring.assertEachNotifiedOnce(accepted);
        } finally {
            stage.start("directory-service");
        }
    }
}
