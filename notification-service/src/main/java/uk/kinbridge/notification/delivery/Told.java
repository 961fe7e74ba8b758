package uk.kinbridge.notification.delivery;

import java.util.List;

/**
 * That people have to be told of a notice.
 *
 * @param id the same whenever the same is asked again
 * @param people subjects of those in whose inbox the notice lies; they work for the agency of the tidings
 */
public record Told(String id, Tidings tidings, List<String> people) {

    public Told {
        people = List.copyOf(people);
    }
}
