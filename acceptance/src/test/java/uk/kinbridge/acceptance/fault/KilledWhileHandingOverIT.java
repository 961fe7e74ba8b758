package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.journey.Hackney;
import uk.kinbridge.acceptance.journey.OfficeHours;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;
import uk.kinbridge.acceptance.suite.Mail;
import uk.kinbridge.acceptance.suite.MailServer;

/**
 * ADR 0015: notification-service dies after the mail server has taken a mail over and before anybody could record it. The
 * mail is not sent again; that nobody knows is on record, for a person to decide.
 */
class KilledWhileHandingOverIT {

    private static final String SERVICE = "notification-service";
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stage stage = Stage.set();

    @Test
    void a_mail_that_was_taken_over_by_nobodys_knowledge_is_in_doubt_and_not_sent_again() {
        var referring = Referring.prepared(stage);
        OfficeHours.await(stage.suite(), referring.hackney());
        var manager = referring.hackney().managers().getFirst();
        try (var server = new MailServer()) {
            var smtp = Map.of(
                    "KINBRIDGE_EMAIL", "smtp",
                    "KINBRIDGE_SMTP_HOST", "127.0.0.1",
                    "KINBRIDGE_SMTP_PORT", Integer.toString(server.port()));
            var killed = new AtomicBoolean();
            server.beforeTheAnswer(id -> {
                if (killed.compareAndSet(false, true)) {
                    stage.kill(SERVICE);
                }
            });
            stage.kill(SERVICE);
            stage.start(SERVICE, smtp);

            var referral = referring.refer(1).getFirst();
            Awaitility.await("its death").atMost(PATIENCE).untilTrue(killed);
            stage.start(SERVICE, smtp);
            var notices = Hackney.notices(referring.hackney().safeguardingLead(), referral, "referral-arrived");
            assertThat(notices).hasSize(1);
            var notice = Set.of(notices.getFirst().path("id").asString());
            stage.moveTime(stage.port(SERVICE), stage.offset().plus(LEASE));

            Awaitility.await("an end of its mails")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(Mail.about(notice, manager).values())
                            .singleElement()
                            .satisfies(mails -> assertThat(mails).noneMatch(Mail::isUnderWay)));
            var mails = Mail.about(notice, manager).values().stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(mails)
                    .allSatisfy(mail ->
                            assertThat(server.taken(mail.id())).as("%s", mail).isEqualTo(1));
            assertThat(mails).as("the one in hand at its death").anyMatch(Mail::isInDoubt);
        } finally {
            stage.kill(SERVICE);
            stage.start(SERVICE);
        }
    }
}
