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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** @param on the channels that this installation has */
    public TellByChannels(
            Deliveries deliveries, PreferenceBook preferences, Systems systems, Timing timing, Set<Channel> on) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.systems = systems;
        this.timing = timing;
        this.on = Set.copyOf(on);
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

    /** @return a letter of its own; nothing for what is not told, or has gone into a digest */
    private Optional<Delivery> plan(
            Told told, Channel channel, Wish wish, Preferences wishes, Addressee to, Instant now) {
        var tidings = told.tidings();
        return switch (timing.of(wish, wishes, tidings.urgency(), tidings.answerBy(), now)) {
            case Timing.Plan.Never() -> Optional.empty();
            case Timing.Plan.At(var when) -> Optional.of(letter(told, channel, to, wishes.language(), when, now));
            case Timing.Plan.Gathered(var when) -> {
                gather(told, channel, to, wishes.language(), when, now);
                yield Optional.empty();
            }
        };
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
