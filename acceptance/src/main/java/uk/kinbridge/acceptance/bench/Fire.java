package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import uk.kinbridge.acceptance.suite.MailServer;

/**
 * Kills notification-service, RabbitMQ and the mail server in turn, each back before the next. The mail server dies while
 * somebody is handing a mail over to it: else nothing would be shown.
 */
final class Fire {

    private static final String SERVICE = "notification-service";
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration DEAD = Duration.ofSeconds(3);
    private static final Duration A_MAIL_COMES_WITHIN = Duration.ofSeconds(30);

    private final Control control;
    private final MailServer mails;
    private final Map<String, String> smtp;
    private final Consumer<String> progress;

    /** @param smtp how notification-service is told of the mail server when it starts again */
    Fire(Control control, MailServer mails, Map<String, String> smtp, Consumer<String> progress) {
        this.control = control;
        this.mails = mails;
        this.smtp = smtp;
        this.progress = progress;
    }

    /** Begins after a while, and ends with all of them back; what goes wrong is told by {@link Timetable#await}. */
    Future<?> begin(Duration after) {
        var fire = new FutureTask<Void>(
                () -> {
                    LockSupport.parkNanos(after.toNanos());
                    killInTurn(System.nanoTime() - after.toNanos());
                },
                null);
        Thread.ofVirtual().name("fire").start(fire);
        return fire;
    }

    private void killInTurn(long began) {
        say(began, "killing notification-service");
        control.kill(SERVICE);
        control.start(SERVICE, smtp);
        pause(began);
        say(began, "killing RabbitMQ");
        control.kill("rabbitmq");
        control.start("rabbitmq", Map.of());
        pause(began);
        say(began, "killing the mail server");
        dieUnderWay();
        LockSupport.parkNanos(DEAD.toNanos());
        mails.live();
        pause(began);
    }

    private void dieUnderWay() {
        long end = System.nanoTime() + A_MAIL_COMES_WITHIN.toNanos();
        while (!mails.dieIfBusy()) {
            if (System.nanoTime() > end) {
                throw new NotMeasurable("no mail was under way when the mail server was to be killed");
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    /** What piled up meanwhile shows its effect before the next one dies. */
    private void pause(long began) {
        say(began, "it is back");
        LockSupport.parkNanos(BETWEEN.toNanos());
    }

    private void say(long began, String what) {
        progress.accept("%d s into the load: %s"
                .formatted(Duration.ofNanos(System.nanoTime() - began).toSeconds(), what));
    }
}
