package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.List;

/** Who answers for a recipient at a moment: absence, delegation, the rota and the agency's hours taken into account. */
public interface Duty {

    /** What is known of it. */
    sealed interface Answer {

        /**
         * These people, the first to ask first; nobody where nobody is at work.
         *
         * @param outOfHours whether the agency is closed
         */
        record Known(List<Answerer> people, boolean outOfHours) implements Answer {
            public Known {
                people = List.copyOf(people);
            }
        }

        /** The role is no post that single people answer for: whoever has it finds the notice in its inbox. */
        record Whoever() implements Answer {}

        /** The directory cannot say at the moment: the inbox of the role holds the notice meanwhile. */
        record Unknown() implements Answer {}
    }

    /** Never waits longer than about a second, and never throws for a directory that is away. */
    Answer answering(Recipient recipient, Urgency urgency, Instant at);
}
