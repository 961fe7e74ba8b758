package uk.kinbridge.acceptance.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import uk.kinbridge.acceptance.bench.Measurement.Aim;
import uk.kinbridge.acceptance.bench.Measurement.Limit;
import uk.kinbridge.acceptance.journey.Hackney;
import uk.kinbridge.acceptance.journey.OfficeHours;
import uk.kinbridge.acceptance.suite.Answer;
import uk.kinbridge.acceptance.suite.Mail;
import uk.kinbridge.acceptance.suite.MailServer;
import uk.kinbridge.acceptance.suite.Person;
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
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SLOWEST_MICROS = Duration.ofMinutes(30).toNanos() / 1000;

    /** From this status on nobody knows whether it was done, or it was not: the machine is at its end. */
    private static final int SERVER_ERROR = 500;

    private final Map<String, String> environment;
    private final boolean underFire;
    private final Arrivals arrivals = new Arrivals(PURPOSE);
    private final AtomicLong unanswered = new AtomicLong();

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
            control.kill(SERVICE);
            control.start(SERVICE, smtp);
            try {
                return measured(new Trial(hackney, mails, control, smtp, rate, time), progress);
            } finally {
                control.kill(SERVICE);
                control.start(SERVICE, Map.of());
            }
        }
    }

    /** One run. */
    private record Trial(
            Hackney hackney, MailServer mails, Control control, Map<String, String> smtp, double rate, Duration time) {}

    private List<Measurement> measured(Trial trial, Consumer<String> progress) {
        var lead = trial.hackney().safeguardingLead();
        var body = referral(trial.hackney());
        var stream = Thread.ofVirtual().start(() -> arrivals.listen(lead));
        try {
            if (!arrivals.opensWithin(PATIENCE)) {
                throw new NotMeasurable("the recipient's stream does not open");
            }
            progress.accept(
                    "warming up for %d s; load %s".formatted(WARM_UP.toSeconds(), SuiteUnderLoad.loadAverages()));
            refer(trial.hackney().socialWorker(), body, trial.rate() / 4, WARM_UP);
            until(Duration.ofMillis(500), arrivals::isComplete);
            arrivals.forget();
            unanswered.set(0);
            progress.accept("%,.0f referrals a second for %d s"
                    .formatted(trial.rate(), trial.time().toSeconds()));
            var fire = Thread.ofVirtual().start(() -> killInTurn(trial, progress));
            var offered = refer(trial.hackney().socialWorker(), body, trial.rate(), trial.time());
            progress.accept("%,d accepted, %,.1f a second; %d not answered; %d never sent; waiting for their notices"
                    .formatted(arrivals.answered().size(), offered.reached(), unanswered.get(), offered.unsent()));
            fire.join();
            until(Duration.ofMillis(500), arrivals::isComplete);
            var waits = arrivals.waits(SLOWEST_MICROS);
            progress.accept("from the answer to the stream: p50 %,d ms, p99 %,d ms"
                    .formatted(waits.getValueAtPercentile(50) / 1000, waits.getValueAtPercentile(99) / 1000));
            var inbox = inbox(lead, progress);
            var mailed = mailed(trial, inbox, progress);
            progress.accept("load %s".formatted(SuiteUnderLoad.loadAverages()));
            return figures(trial, offered, waits, inbox, mailed, progress);
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

    /** Kills one after the other, each back before the next, as long as it takes. */
    private void killInTurn(Trial trial, Consumer<String> progress) {
        if (!underFire) {
            return;
        }
        LockSupport.parkNanos(trial.time().dividedBy(6).toNanos());
        progress.accept("killing notification-service");
        trial.control().kill(SERVICE);
        trial.control().start(SERVICE, trial.smtp());
        progress.accept("it is back; killing RabbitMQ");
        trial.control().kill("rabbitmq");
        trial.control().start("rabbitmq", Map.of());
        progress.accept("it is back; killing the mail server");
        trial.mails().die();
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
        trial.mails().live();
        progress.accept("it is back");
    }

    /**
     * What came of a timetable.
     *
     * @param micros waits for the referrals' own answers, from the moment when each was due
     */
    private record Offered(double reached, Histogram micros, long unsent) {}

    private Offered refer(Person by, Map<String, Object> body, double aSecond, Duration time) {
        var micros = new ConcurrentHistogram(SLOWEST_MICROS, 3);
        var kept = new Timetable(aSecond, time).keep(due -> refer(by, body, due, micros));
        return new Offered(arrivals.answered().size() / kept.seconds(), micros, kept.unsent());
    }

    private void refer(Person by, Map<String, Object> body, long due, Histogram micros) {
        Answer answer;
        try {
            answer = by.create("/api/referrals", body, UUID.randomUUID().toString());
        } catch (UncheckedIOException tooLate) {
            // Whether it was accepted nobody knows: it is no figure, and it is told.
            unanswered.incrementAndGet();
            return;
        }
        micros.recordValue(Math.min((System.nanoTime() - due) / 1000, SLOWEST_MICROS));
        if (answer.status() >= SERVER_ERROR) {
            unanswered.incrementAndGet();
            return;
        }
        if (answer.status() != 201) {
            throw new NotMeasurable("a referral was answered " + answer.status() + " " + answer.body());
        }
        arrivals.answered(answer.text("/id"));
    }

    /** What lies in the inbox for each of these referrals: the ids of its notices, which should be one. */
    private Map<String, List<String>> inbox(Person lead, Consumer<String> progress) {
        var found = new HashMap<String, List<String>>();
        var next = "";
        do {
            var page = lead.get("/api/notifications?state=all&limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            for (var notice : page.body().path("items")) {
                if (notice.path("purpose").asString().equals(PURPOSE)) {
                    found.computeIfAbsent(notice.at("/about/id").asString(), _ -> new ArrayList<>())
                            .add(notice.path("id").asString());
                }
            }
            next = page.text("/next");
        } while (!next.isEmpty() && !found.keySet().containsAll(arrivals.answered()));
        found.keySet().retainAll(arrivals.answered());
        progress.accept("%,d referrals, %,d of them with a notice in the inbox; more than once %d"
                .formatted(
                        arrivals.answered().size(),
                        found.size(),
                        found.values().stream().filter(ids -> ids.size() > 1).count()));
        return found;
    }

    /**
     * What became of the mails. One that is in doubt may or may not have been taken over (ADR 0015); whoever administers
     * the agency sees it, and the chase goes on without it.
     *
     * @param once notices whose mails were all taken over, each once
     * @param inDoubt notices with a mail whose end nobody knows, taken over once at most
     * @param twice mails that were taken over more than once
     */
    private record Mailed(long once, long inDoubt, long twice) {}

    private Mailed mailed(Trial trial, Map<String, List<String>> inbox, Consumer<String> progress) {
        var wanted = new HashMap<String, String>();
        inbox.forEach((referral, ids) -> ids.forEach(id -> wanted.put(id, referral)));
        var manager = trial.hackney().managers().getFirst();
        var mails = new HashMap<String, List<Mail>>();
        // Looking is work for the suite too: now and then is enough.
        until(Duration.ofSeconds(5), () -> {
            mails.clear();
            mails.putAll(Mail.about(wanted.keySet(), manager));
            return mails.keySet().containsAll(wanted.keySet())
                    && mails.values().stream().flatMap(List::stream).noneMatch(Mail::isUnderWay);
        });
        long once = 0;
        long doubt = 0;
        long twice = 0;
        for (var ofNotice : mails.values()) {
            var counts = ofNotice.stream()
                    .map(mail -> trial.mails().taken(mail.id()))
                    .toList();
            twice += counts.stream().filter(count -> count > 1).count();
            if (ofNotice.stream().anyMatch(Mail::isInDoubt)) {
                doubt++;
            } else if (ofNotice.stream().allMatch(Mail::isHandedOver)
                    && counts.stream().allMatch(count -> count == 1)) {
                once++;
            }
        }
        progress.accept("mails: %,d taken over, each once for %,d notices; in doubt for %d; more than once %d; the"
                        .formatted(trial.mails().count(), once, doubt, twice)
                + " server broke %d connections".formatted(trial.mails().broken()));
        return new Mailed(once, doubt, twice);
    }

    private List<Measurement> figures(
            Trial trial,
            Offered offered,
            Histogram waits,
            Map<String, List<String>> inbox,
            Mailed mailed,
            Consumer<String> progress) {
        long inStream = arrivals.inTheStream();
        progress.accept("in the stream: %,d of %,d, repeated %d; it broke off %d times"
                .formatted(inStream, arrivals.answered().size(), arrivals.repeated(), arrivals.breaks()));
        long inInbox = inbox.values().stream().filter(ids -> ids.size() == 1).count();
        var rate = new Limit("the rate of the timetable", trial.rate());
        var all = new Limit("referrals that were accepted", arrivals.answered().size());
        var exact = new Aim.RatioAtLeast(1);
        return List.of(
                new Measurement(name() + ": referrals", offered.reached(), "/s", rate, new Aim.AtLeast(WANTED_RATE)),
                new Measurement(name() + ": once in the inbox", inInbox, "notices", all, exact),
                new Measurement(name() + ": in the stream", inStream, "notices", all, exact),
                new Measurement(name() + ": told twice in the stream", arrivals.repeated(), "", all, new Aim.AtMost(0)),
                new Measurement(
                        name() + ": mail once, or in doubt",
                        (double) mailed.once() + mailed.inDoubt(),
                        "notices",
                        all,
                        exact),
                new Measurement(name() + ": of these in doubt", mailed.inDoubt(), "notices", all, null),
                new Measurement(name() + ": mailed twice", mailed.twice(), "mails", all, new Aim.AtMost(0)),
                wait("p50", 50, waits, offered),
                wait("p99", 99, waits, offered));
    }

    private Measurement wait(String what, double percentile, Histogram waits, Offered offered) {
        return new Measurement(
                name() + ": answer to stream " + what,
                waits.getValueAtPercentile(percentile) / 1000.0,
                "ms",
                new Limit(
                        "from due to the referral's own answer, the same percentile",
                        offered.micros().getValueAtPercentile(percentile) / 1000.0),
                null);
    }

    private static void until(Duration look, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(look.toNanos());
        }
    }
}
