package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;
import uk.kinbridge.acceptance.journey.Hackney;
import uk.kinbridge.acceptance.journey.OfficeHours;
import uk.kinbridge.acceptance.suite.MailServer;
import uk.kinbridge.acceptance.suite.RunningSuite;

/**
 * Referrals at a constant rate through the gateway, and each one's notice in the inbox and in the stream of its recipient,
 * through the gateway too, and in a mail server (HAC-17). Every notice must come, and come once, in all three. Nothing is
 * bundled meanwhile, since a bundle would hide what is counted.
 */
final class NoticesUnderLoad implements Benchmark {

    private static final String SERVICE = "notification-service";
    private static final String PURPOSE = "referral-arrived";
    private static final double WANTED_RATE = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Map<String, String> environment;
    private final boolean underFire;
    private final Arrivals arrivals = new Arrivals(PURPOSE);

    /** @param underFire whether notification-service, RabbitMQ and the mail server are killed in turn meanwhile */
    NoticesUnderLoad(Map<String, String> environment, boolean underFire) {
        this.environment = environment;
        this.underFire = underFire;
    }

    @Override
    public String name() {
        return underFire ? "notices-under-fire" : "notices";
    }

    @Override
    public String title() {
        return underFire
                ? "Notices under load while notification-service, RabbitMQ and the mail server are killed in turn"
                : "From a referral's answer to the notice in its recipient's stream, under load";
    }

    @Override
    public boolean onlyWhenNamed() {
        return underFire;
    }

    @Override
    public List<Measurement> run(Consumer<String> progress) {
        var rate = Double.parseDouble(environment.getOrDefault("KINBRIDGE_BENCH_RATE", "" + WANTED_RATE));
        var time = Duration.ofSeconds(Long.parseLong(environment.getOrDefault("KINBRIDGE_BENCH_SECONDS", "60")));
        var control = new Control(environment);
        var suite = RunningSuite.of(environment);
        var hackney = new Hackney(suite);
        OfficeHours.await(suite, hackney)
                .ifPresent(morning -> progress.accept("at night nobody is mailed: the suite's time is now " + morning));
        try (var mails = new MailServer()) {
            var smtp = Map.of(
                    "KINBRIDGE_EMAIL", "smtp",
                    "KINBRIDGE_SMTP_HOST", "127.0.0.1",
                    "KINBRIDGE_SMTP_PORT", Integer.toString(mails.port()));
            progress.accept("starting notification-service anew, with a mail server that counts");
            control.restart(SERVICE, smtp);
            try {
                return measured(new Trial(hackney, mails, control, smtp, rate, time), progress);
            } finally {
                control.restart(SERVICE, Map.of());
            }
        }
    }

    /** One run. */
    private record Trial(
            Hackney hackney, MailServer mails, Control control, Map<String, String> smtp, double rate, Duration time) {}

    private List<Measurement> measured(Trial trial, Consumer<String> progress) {
        var lead = trial.hackney().safeguardingLead();
        var referring = new Referring(trial.hackney().socialWorker(), referral(trial.hackney()), arrivals);
        var stream = Thread.ofVirtual().start(() -> arrivals.listen(lead));
        try {
            if (!arrivals.opensWithin(Waiting.PATIENCE)) {
                throw new NotMeasurable("the recipient's stream does not open");
            }
            warmUp(referring, trial.rate(), progress);
            var offered = offered(trial, referring, progress);
            progress.accept("%,d accepted, %,.1f a second; %d not answered; %d never sent; waiting for their notices"
                    .formatted(arrivals.answered().size(), offered.reached(), offered.unanswered(), offered.unsent()));
            Waiting.until(LOOK, arrivals::isComplete);
            var inbox = NoticesInInbox.of(arrivals.answered(), lead, PURPOSE);
            var mailed =
                    MailsOfNotices.about(inbox.ids(), trial.hackney().managers().getFirst(), trial.mails());
            tell(trial, inbox, mailed, progress);
            return figures(trial, offered, inbox, mailed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotMeasurable("interrupted");
        } finally {
            stream.interrupt();
        }
    }

    private static Map<String, Object> referral(Hackney hackney) {
        var family = hackney.registerFamily(hackney.socialWorker());
        var paperwork = hackney.uploadPaperwork(hackney.socialWorker());
        if (family.status() != 201 || paperwork.status() != 201) {
            throw new NotMeasurable("nothing can be referred: " + family.body() + paperwork.body());
        }
        return Hackney.intoTreatment(family, Optional.of(paperwork.text("/id")), Optional.of("Alcohol every day."));
    }

    private void warmUp(Referring referring, double rate, Consumer<String> progress) {
        progress.accept("warming up for %d s; load %s".formatted(WARM_UP.toSeconds(), SuiteUnderLoad.loadAverages()));
        referring.at(rate / 4, WARM_UP, () -> false);
        Waiting.until(LOOK, arrivals::isComplete);
        arrivals.forget();
    }

    /** The load goes on until the last part that is killed is back: else it would have been killed in peace. */
    private Referring.Offered offered(Trial trial, Referring referring, Consumer<String> progress) {
        progress.accept("%,.0f referrals a second for %d s"
                .formatted(trial.rate(), trial.time().toSeconds()));
        if (!underFire) {
            return referring.at(trial.rate(), trial.time(), () -> false);
        }
        var fire = new Fire(trial.control(), trial.mails(), trial.smtp(), progress)
                .begin(trial.time().dividedBy(6));
        var offered = referring.at(trial.rate(), trial.time(), () -> !fire.isDone());
        Timetable.await(fire);
        return offered;
    }

    private void tell(Trial trial, NoticesInInbox inbox, MailsOfNotices mailed, Consumer<String> progress) {
        progress.accept("%,d referrals, %,d of them with a notice in the inbox; more than once %d"
                .formatted(arrivals.answered().size(), inbox.byReferral().size(), inbox.moreThanOnce()));
        progress.accept("in the stream: %,d of %,d, repeated %d; it broke off %d times"
                .formatted(arrivals.inTheStream(), arrivals.answered().size(), arrivals.repeated(), arrivals.breaks()));
        progress.accept("mails: %,d taken over, each once for %,d notices; in doubt for %d; more than once %d; the"
                        .formatted(trial.mails().count(), mailed.once(), mailed.inDoubt(), mailed.twice())
                + " server broke %d connections".formatted(trial.mails().broken()));
        progress.accept("load %s".formatted(SuiteUnderLoad.loadAverages()));
    }

    private List<Measurement> figures(
            Trial trial, Referring.Offered offered, NoticesInInbox inbox, MailsOfNotices mailed) {
        var rate = new Limit("the rate of the timetable", trial.rate());
        var all = new Limit("referrals that were accepted", arrivals.answered().size());
        var exact = new Aim.RatioAtLeast(1);
        var none = new Aim.AtMost(0);
        return List.of(
                new Measurement(name() + ": referrals", offered.reached(), "/s", rate, new Aim.AtLeast(WANTED_RATE)),
                new Measurement(name() + ": not answered", offered.unanswered(), "referrals", all, none),
                new Measurement(name() + ": once in the inbox", inbox.once(), "notices", all, exact),
                new Measurement(name() + ": in the stream", arrivals.inTheStream(), "notices", all, exact),
                new Measurement(name() + ": told twice in the stream", arrivals.repeated(), "", all, none),
                new Measurement(
                        name() + ": mail once, or in doubt",
                        (double) mailed.once() + mailed.inDoubt(),
                        "notices",
                        all,
                        exact),
                new Measurement(name() + ": of these in doubt", mailed.inDoubt(), "notices", all, null),
                new Measurement(name() + ": mailed twice", mailed.twice(), "mails", all, none),
                wait("p50", 50, offered),
                wait("p99", 99, offered));
    }

    private Measurement wait(String what, double percentile, Referring.Offered offered) {
        return new Measurement(
                name() + ": answer to stream " + what,
                arrivals.waits(Referring.SLOWEST_MICROS).getValueAtPercentile(percentile) / 1000.0,
                "ms",
                new Limit(
                        "from due to the referral's own answer, the same percentile",
                        offered.micros().getValueAtPercentile(percentile) / 1000.0),
                null);
    }
}
