package uk.kinbridge.directory.agency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs between an agency as it is and as it would be, in words. */
final class Differences {

    private final AgencyEntry before;
    private final AgencyEntry after;
    private final List<String> found = new ArrayList<>();

    private Differences(AgencyEntry before, AgencyEntry after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(AgencyEntry before, AgencyEntry after) {
        var differences = new Differences(before, after);
        differences.basics();
        differences.parts();
        return List.copyOf(differences.found);
    }

    private void basics() {
        value("name", before.name(), after.name());
        value("role", before.role(), after.role());
        value("areas", String.join(", ", before.areas()), String.join(", ", after.areas()));
        value("openingHours", before.openingHours(), after.openingHours());
    }

    private void parts() {
        items("teams", AgencyEntry::teams, Team::id);
        items("services", AgencyEntry::services, Offer::id);
        items("contacts", AgencyEntry::contacts, ContactPoint::id);
        items(
                "responsibilities",
                AgencyEntry::responsibilities,
                named -> named.post().word() + " " + named.username()
                        + (named.team() == null ? "" : " " + named.team()));
        items("linkPractitioners", AgencyEntry::linkPractitioners, link -> link.username() + " to " + link.toAgency());
        items(
                "rota",
                AgencyEntry::rota,
                shift -> "%s %s from %s".formatted(shift.post().word(), shift.username(), shift.from()));
        items("absences", AgencyEntry::absences, away -> "%s from %s".formatted(away.username(), away.from()));
    }

    private void value(String what, @Nullable String old, @Nullable String now) {
        if (!Objects.equals(old, now)) {
            found.add("%s: '%s' becomes '%s'"
                    .formatted(what, Objects.requireNonNullElse(old, ""), Objects.requireNonNullElse(now, "")));
        }
    }

    private <T> void items(String part, Function<AgencyEntry, List<T>> of, Function<T, String> name) {
        List<T> old = of.apply(before);
        List<T> now = of.apply(after);
        if (old.equals(now)) {
            return;
        }
        int said = found.size();
        Map<String, T> left = new LinkedHashMap<>();
        old.forEach(item -> left.put(name.apply(item), item));
        for (T item : now) {
            T was = left.remove(name.apply(item));
            if (was == null) {
                found.add("%s: '%s' is new".formatted(part, name.apply(item)));
            } else if (!was.equals(item)) {
                found.add("%s: '%s' changes".formatted(part, name.apply(item)));
            }
        }
        left.keySet().forEach(gone -> found.add("%s: '%s' is gone".formatted(part, gone)));
        if (found.size() == said) {
            found.add("%s: another order".formatted(part));
        }
    }
}
