package uk.kinbridge.notification.delivery.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.kinbridge.notification.config.Shipped;
import uk.kinbridge.notification.delivery.AddressBook;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.CarryDeliveries;
import uk.kinbridge.notification.delivery.Channel;
import uk.kinbridge.notification.delivery.Delivery;
import uk.kinbridge.notification.delivery.Patience;
import uk.kinbridge.notification.delivery.WriteLetter;
import uk.kinbridge.notification.delivery.smtp.SmtpCarrier;
import uk.kinbridge.platform.mongo.Aggregates;
import uk.kinbridge.platform.testing.TestDatabase;

/** The mail server dies again and again during a load, at the worst moments too: the count stays exact. */
class MailServerKilledTest {

    private static final int MAILS = 80;
    private static final int CARRIERS = 4;
    private static final Patience PATIENCE =
            new Patience(Collections.nCopies(500, Duration.ofMillis(100)), Duration.ofMinutes(5));

    @Test
    void every_mail_is_taken_once_or_its_doubt_is_recorded_and_none_is_taken_twice() throws Exception {
        try (var database = TestDatabase.embedded(MailServerKilledTest.class);
                var server = new MortalMailServer()) {
            var mongo = new MongoTemplate(database.client(), database.name());
            var deliveries = new MongoDeliveries(mongo, new Aggregates(mongo));
            var time = InstantSource.system();
            for (int i = 0; i < MAILS; i++) {
                var now = time.instant().truncatedTo(ChronoUnit.MILLIS);
                deliveries.addOnce(
                        Delivery.planned(
                                "d" + i,
                                Channel.EMAIL,
                                Addressee.person(AGENCY, "p" + i),
                                tidings().build(),
                                "en",
                                now,
                                now),
                        now);
            }
            carryAllWhileItDies(deliveries, server, time);

            var handedOver = inState(deliveries, Delivery.State.HANDED_OVER);
            var inDoubt = inState(deliveries, Delivery.State.IN_DOUBT);
            assertThat(server.taken()).as("none is taken twice").doesNotHaveDuplicates();
            assertThat(server.taken()).as("what counts as handed over is there").containsAll(handedOver);
            assertThat(handedOver.size() + inDoubt.size()).as("none is lost").isEqualTo(MAILS);
            assertThat(inDoubt)
                    .as("whatever the server has beyond that is in doubt, and a person sees it")
                    .containsAll(server.taken().stream()
                            .filter(id -> !handedOver.contains(id))
                            .toList());
            assertThat(server.deaths()).as("it did die").isGreaterThanOrEqualTo(3);
            assertThat(inDoubt).as("at the worst moment as well").isNotEmpty();
        }
    }

    private static void carryAllWhileItDies(MongoDeliveries deliveries, MortalMailServer server, InstantSource time)
            throws InterruptedException {
        var carry = new CarryDeliveries(
                deliveries,
                (channel, to) -> new AddressBook.Entry.At(to.id() + "@example.org"),
                Map.of(Channel.EMAIL, new SmtpCarrier(sender(server.port()), "kinbridge@kinbridge.example")),
                Map.of(Channel.EMAIL, PATIENCE),
                new WriteLetter(Shipped.templates(), Shipped.phrasebook(), "https://kinbridge.example"),
                () -> time.instant().truncatedTo(ChronoUnit.MILLIS),
                () -> 0.5,
                notices -> Set.of(),
                (_, now) -> now);
        var going = new AtomicBoolean(true);
        var carriers = IntStream.range(0, CARRIERS)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    while (going.get()) {
                        if (!carry.carryNext(Channel.EMAIL, () -> {})) {
                            LockSupport.parkNanos(1_000_000);
                        }
                    }
                }))
                .toList();
        var end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end
                && !(inState(deliveries, Delivery.State.WAITING).isEmpty()
                        && inState(deliveries, Delivery.State.HANDING_OVER).isEmpty())) {
            Thread.sleep(100);
        }
        going.set(false);
        for (var carrier : carriers) {
            carrier.join();
        }
    }

    private static List<String> inState(MongoDeliveries deliveries, Delivery.State state) {
        return IntStream.range(0, MAILS)
                .mapToObj(i -> deliveries.find("d" + i).orElseThrow().delivery())
                .filter(delivery -> delivery.state() == state)
                .map(Delivery::id)
                .toList();
    }

    private static JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        sender.getJavaMailProperties().put("mail.smtp.writetimeout", "5000");
        return sender;
    }
}
