package uk.kinbridge.assessment.assessment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom to call now when a child may come to significant harm (SAL-08). It always has an answer. */
public interface HelpNow {

    /** The numbers to call now for child protection in that area. */
    Numbers childProtection(String area, Instant now);

    /**
     * Whom to call.
     *
     * @param live whether the directory has just said so; else it is the last good copy, from the protocol
     */
    record Numbers(List<Line> call, boolean live) {

        public Numbers {
            call = List.copyOf(call);
        }
    }

    /** Who answers. */
    record Line(
            String name, List<String> telephones, @Nullable String hours) {

        public Line {
            telephones = List.copyOf(telephones);
        }
    }
}
