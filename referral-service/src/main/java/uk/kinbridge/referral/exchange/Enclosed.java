package uk.kinbridge.referral.exchange;

import java.util.function.Supplier;
import uk.kinbridge.referral.referral.Attachment;

/** A document that goes with a letter. */
public sealed interface Enclosed {

    /** The requirement of the pathway that it answers. */
    String item();

    /** One that is kept here already; a letter from outside needs to know no more of it than its id. */
    record Kept(Attachment attachment) implements Enclosed {
        @Override
        public String item() {
            return attachment.item();
        }
    }

    /**
     * One that comes inside the letter.
     *
     * @param name as a file name
     * @param content its bytes
     */
    record Inside(String item, String name, Supplier<byte[]> content) implements Enclosed {}
}
