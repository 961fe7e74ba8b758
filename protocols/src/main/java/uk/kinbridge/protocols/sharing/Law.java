package uk.kinbridge.protocols.sharing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The law in force where it has a date.
 *
 * @param dutyToShareFrom when the duty of section 16LA of the Children Act 2004 begins (ENG-13); null as long as nobody
 *     has set it
 */
public record Law(@Nullable LocalDate dutyToShareFrom) {

    /** Before the duty. */
    public static final Law WITHOUT_DUTY = new Law(null);

    boolean dutyInForce(LocalDate on) {
        return dutyToShareFrom != null && !on.isBefore(dutyToShareFrom);
    }
}
