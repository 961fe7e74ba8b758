package uk.kinbridge.escalation.post;

import java.util.List;

/** What the directory says of a role in an agency at a moment. */
public sealed interface Holders {

    /** These answer for it, the first to ask first. */
    record Held(List<Holder> people) implements Holders {
        public Held {
            people = List.copyOf(people);
        }
    }

    /** Nobody is in post, or whoever is has nobody to act for them. */
    record Vacant() implements Holders {}

    /** The directory does not answer, or knows nobody of that agency: the role is addressed without a name. */
    record Unknown() implements Holders {}
}
