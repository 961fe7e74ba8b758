package uk.kinbridge.notification.delivery;

import java.util.List;

/**
 * That people have to be told of a notice.
 *
 * @param id the same whenever the same is asked again
 * @param people those who answer for it at this moment
 */
public record Told(String id, Tidings tidings, List<Addressee> people) {

    public Told {
        people = List.copyOf(people);
    }
}
