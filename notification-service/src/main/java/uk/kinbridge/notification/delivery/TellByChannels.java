package uk.kinbridge.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.kinbridge.notification.notice.Crowding;
import uk.kinbridge.notification.preference.PreferenceBook;
import uk.kinbridge.notification.preference.Preferences;
import uk.kinbridge.notification.preference.Timing;
import uk.kinbridge.notification.preference.Wish;

/** Plans by which channels, and when, people and their agency's systems hear of a notice. Nothing is handed over here. */
public class TellByChannels {

    private static final int ID_BYTES = 16;
    private static final int ROUNDS = 50;

    private final Deliveries deliveries;
    private final PreferenceBook preferences;
    private final Systems systems;
    private final Timing timing;
    private final Set<Channel> on;
    private final Crowding crowding;

    /**
     * @param on the channels that this installation has
     * @param crowding how many letters somebody gets in a minute before one speaks for all others of that minute
     */
    public TellByChannels(
            Deliveries deliveries,
            PreferenceBook preferences,
            Systems systems,
            Timing timing,
            Set<Channel> on,
            Crowding crowding) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.systems = systems;
        this.timing = timing;
        this.on = Set.copyOf(on);
        this.crowding = crowding;
    }

    /** Plans it once, however often it is asked: every delivery has an id that is made of what it is for. */
    public void tell(Told told, Instant now) {
        tellAll(List.of(told), now);
    }

    /** The same for several, in as few round trips as one of them would need; only digests grow one by one. */
    public void tellAll(List<Told> all, Instant now) {
        var wishes = preferences.ofAll(all.stream()
                .flatMap(told -> told.people().stream())
                .map(Addressee::id)
                .collect(Collectors.toSet()));
        var listening = new HashMap<String, List<String>>();
        var letters = new ArrayList<Delivery>();
        for (var told : all) {
            for (var person : told.people()) {
                toPerson(told, person, wishes.getOrDefault(person.id(), Preferences.unspoken(person.id())), now)
                        .forEach(letters::add);
            }
            if (on.contains(Channel.WEBHOOK)) {
                listening
                        .computeIfAbsent(told.tidings().agency(), systems::listening)
                        .forEach(system -> letters.add(toSystem(told, system, now)));
            }
        }
        deliveries.addAllOnce(letters, now);
    }

    private Delivery toSystem(Told told, String system, Instant now) {
        return Delivery.planned(
                idOf(told.id(), Channel.WEBHOOK.word(), system),
                Channel.WEBHOOK,
                Addressee.system(told.tidings().agency(), system),
                told.tidings(),
                "",
                now,
                now);
    }

    private List<Delivery> toPerson(Told told, Addressee person, Preferences wishes, Instant now) {
        return Map.of(Channel.EMAIL, wishes.email(), Channel.TEXT, wishes.text()).entrySet().stream()
                .filter(wish -> on.contains(wish.getKey()))
                .flatMap(wish -> plan(told, wish.getKey(), wish.getValue(), wishes, person, now).stream())
                .toList();
    }

    /**
     * Planned for the moment at which somebody had to be told, not for the one at which that is heard: heard again days
     * later, it is in the digest of its own morning, or was.
     *
     * @return letters; none for what is not told, or has gone into a digest
     */
    private List<Delivery> plan(Told told, Channel channel, Wish wish, Preferences wishes, Addressee to, Instant now) {
        var tidings = told.tidings();
        return switch (timing.of(wish, wishes, tidings.urgency(), tidings.answerBy(), tidings.at())) {
            case Timing.Plan.Never() -> List.of();
            case Timing.Plan.At(var when) ->
                notTooMany(
                        letter(told, channel, to, wishes.language(), when, now), when.isAfter(now) ? when : now, now);
            case Timing.Plan.Gathered(var when) -> {
                gather(told, channel, to, wishes.language(), when, now);
                yield List.of();
            }
        };
    }

    /**
     * Nobody reads a thousand mails of one minute, as when a thousand reminders fall due together. Beyond a number in a
     * minute one letter speaks for all others; each of them is kept as not sent, so that it is not planned anew when it is
     * heard again.
     *
     * @param due when the letter leaves; one that waits for the end of quiet hours speaks for none that does not
     */
    private List<Delivery> notTooMany(Delivery letter, Instant due, Instant now) {
        var crowd = crowding.arrives(letter.channel().word() + "/" + letter.to().id(), now)
                .orElse(null);
        if (crowd == null) {
            return List.of(letter);
        }
        if (deliveries.find(letter.id()).isPresent()) {
            return List.of();
        }
        var ofAll = Delivery.planned(
                idOf(
                        "many",
                        letter.channel().word(),
                        letter.to().id(),
                        crowd.toString(),
                        due.equals(now) ? "" : due.toString()),
                letter.channel(),
                letter.to(),
                letter.tidings().getFirst().ofMany(),
                letter.language(),
                due,
                now);
        return List.of(ofAll, letter.spokenFor(ofAll.id(), now));
    }

    private static Delivery letter(
            Told told, Channel channel, Addressee to, String language, Instant when, Instant now) {
        return Delivery.planned(
                idOf(told.id(), channel.word(), to.id()), channel, to, told.tidings(), language, when, now);
    }

    /** Into the digest of that morning; into a letter of its own when that digest has just left. */
    private void gather(Told told, Channel channel, Addressee to, String language, Instant when, Instant now) {
        var id = idOf("digest", channel.word(), to.id(), Long.toString(when.toEpochMilli()));
        for (int round = 0; round < ROUNDS; round++) {
            if (deliveries.addOnce(Delivery.gathering(id, channel, to, told.tidings(), language, when, now), now)) {
                return;
            }
            var there = deliveries.find(id).orElseThrow();
            if (there.delivery().tidings().contains(told.tidings())) {
                return;
            }
            switch (there.delivery().gather(told.tidings())) {
                case Delivery.Outcome.Changed(var next) -> {
                    if (deliveries.save(there.version(), next, now)) {
                        return;
                    }
                }
                case Delivery.Outcome.Stands _ -> {
                    deliveries.addOnce(letter(told, channel, to, language, when, now), now);
                    return;
                }
            }
        }
        throw new IllegalStateException("somebody was faster " + ROUNDS + " times at digest " + id);
    }

    static String idOf(String... parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", List.of(parts)).getBytes(StandardCharsets.UTF_8));
            return "d" + HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
