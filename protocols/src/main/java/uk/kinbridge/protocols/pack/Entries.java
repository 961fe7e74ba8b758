package uk.kinbridge.protocols.pack;

import java.util.ArrayList;
import java.util.List;
import uk.kinbridge.protocols.reading.Component;

/** Every entry of a pack, wherever it stands: a new kind of entry cannot be forgotten. */
public final class Entries {

    private Entries() {}

    /**
     * One entry and its place.
     *
     * @param section such as {@code pathways/into-treatment/clocks}
     */
    public record Placed(String section, Entry entry) {

        public String path() {
            return section + "/" + entry.id().value();
        }
    }

    public static List<Placed> of(Pack pack) {
        List<Placed> found = new ArrayList<>();
        walk("", pack, found);
        return found;
    }

    private static void walk(String place, Object value, List<Placed> found) {
        switch (value) {
            case List<?> list -> list.forEach(element -> walk(place, element, found));
            case Entry entry -> {
                found.add(new Placed(place, entry));
                components(place + "/" + entry.id().value(), entry, found);
            }
            case Record part
            when part.getClass().getPackage().equals(Pack.class.getPackage()) -> components(place, part, found);
            default -> {}
        }
    }

    private static void components(String place, Object part, List<Placed> found) {
        for (Component component : Component.of(part.getClass())) {
            Object value = component.valueIn(part);
            if (value != null) {
                walk(place.isEmpty() ? component.key() : place + "/" + component.key(), value, found);
            }
        }
    }
}
