package uk.kinbridge.notification.delivery;

import java.time.Instant;
import java.util.List;
import uk.kinbridge.notification.template.Letter;

/**
 * A delivery made ready.
 *
 * @param id the delivery's: the same for every try
 * @param address of the form that its channel needs
 * @param at the moment of this try
 */
public record Parcel(String id, Addressee to, String address, Letter letter, List<Tidings> tidings, Instant at) {

    public Parcel {
        tidings = List.copyOf(tidings);
    }
}
