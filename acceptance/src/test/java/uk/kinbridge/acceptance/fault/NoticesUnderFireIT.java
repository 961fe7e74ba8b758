package uk.kinbridge.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.journey.OfficeHours;
import uk.kinbridge.acceptance.stage.Referring;
import uk.kinbridge.acceptance.stage.Stage;
import uk.kinbridge.acceptance.suite.Mail;
import uk.kinbridge.acceptance.suite.MailServer;
import uk.kinbridge.acceptance.suite.Person;

/**
 * HAC-17: notification-service, the broker and the mail server are killed in turn while referrals come. The count of
 * notices is exact, and every mail is taken over once or its doubt is on record (ADR 0015).
 */
class NoticesUnderFireIT {

    private static final String SERVICE = "notification-service";
    private static final int SENDERS = 4;
    private static final int EACH = 30;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stage stage = Stage.set();

    @Test
    void every_notice_arrives_once_and_every_mail_once_at_most() throws Exception {
        var referring = Referring.prepared(stage);
        OfficeHours.await(stage.suite(), referring.hackney());
        try (var mails = new MailServer()) {
            stage.kill(SERVICE);
            stage.start(SERVICE, by(mails));
            var accepted = referUnderFire(referring, mails);
            var lead = referring.hackney().safeguardingLead();

            assertThat(accepted).hasSize(SENDERS * EACH).doesNotHaveDuplicates();
            Awaitility.await("a notice of each referral")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> counted(lead).keySet().containsAll(accepted));
            var notices = counted(lead);
            assertThat(accepted)
                    .allSatisfy(id -> assertThat(notices.get(id)).as(id).hasSize(1));
            assertMailedOnce(
                    accepted.stream()
                            .flatMap(id -> notices.getOrDefault(id, List.of()).stream())
                            .collect(Collectors.toSet()),
                    referring.hackney().managers().getFirst(),
                    mails);
        } finally {
            stage.kill(SERVICE);
            stage.start(SERVICE);
        }
    }

    private List<String> referUnderFire(Referring referring, MailServer mails) throws Exception {
        var accepted = new ArrayList<String>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Future<List<String>>>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> referring.refer(EACH)));
            }
            killInTurn(mails);
            for (var sent : sending) {
                accepted.addAll(sent.get());
            }
        }
        return accepted;
    }

    private void killInTurn(MailServer mails) {
        stage.kill(SERVICE);
        stage.start(SERVICE, by(mails));
        stage.killServer("rabbitmq");
        stage.startServer("rabbitmq");
        mails.die();
        stage.kill(SERVICE);
        var broker = CompletableFuture.runAsync(() -> {
            stage.killServer("rabbitmq");
            stage.startServer("rabbitmq");
        });
        broker.join();
        mails.live();
        stage.start(SERVICE, by(mails));
    }

    /** One mail for each notice, and no bundle: what lies in one is not mailed by itself. */
    private static Map<String, String> by(MailServer mails) {
        return Map.of(
                "KINBRIDGE_EMAIL", "smtp",
                "KINBRIDGE_SMTP_HOST", "127.0.0.1",
                "KINBRIDGE_SMTP_PORT", Integer.toString(mails.port()),
                "KINBRIDGE_BUNDLE_AFTER", "1000000");
    }

    private void assertMailedOnce(Set<String> notices, Person manager, MailServer server) {
        // What a dead process had in hand is in doubt when its lease has passed.
        stage.moveTime(stage.port(SERVICE), stage.offset().plus(LEASE));
        Awaitility.await("an end for every mail")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Mail.about(notices, manager))
                        .hasSize(notices.size())
                        .allSatisfy((notice, mails) -> assertThat(mails).noneMatch(Mail::isUnderWay)));
        assertThat(Mail.about(notices, manager).values().stream().flatMap(List::stream))
                .allSatisfy(mail -> {
                    assertThat(mail.isHandedOver() || mail.isInDoubt())
                            .as("%s", mail)
                            .isTrue();
                    assertThat(server.taken(mail.id())).as("%s", mail).isLessThanOrEqualTo(1);
                    if (mail.isHandedOver()) {
                        assertThat(server.taken(mail.id())).as("%s", mail).isEqualTo(1);
                    }
                });
    }

    /** The notices of its arrival that the inbox holds for each referral, those in bundles included. */
    private static Map<String, List<String>> counted(Person lead) {
        var found = new HashMap<String, List<String>>();
        var bundles = new ArrayList<String>();
        count(lead, "/api/notifications?state=all", found, bundles);
        bundles.forEach(
                bundle -> count(lead, "/api/notifications?state=all&bundle=" + bundle, found, new ArrayList<>()));
        return found;
    }

    private static void count(Person lead, String list, Map<String, List<String>> found, List<String> bundles) {
        var next = "";
        do {
            var page = lead.get(list + "&limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var notice : page.body().path("items")) {
                if (notice.path("bundle").isObject()) {
                    bundles.add(notice.path("id").asString());
                } else if (notice.path("purpose").asString().equals("referral-arrived")) {
                    found.computeIfAbsent(notice.at("/about/id").asString(), _ -> new ArrayList<>())
                            .add(notice.path("id").asString());
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty());
    }
}
