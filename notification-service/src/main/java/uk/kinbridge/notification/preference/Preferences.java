package uk.kinbridge.notification.preference;

import org.jspecify.annotations.Nullable;

/**
 * How one person wants to be told beside the inbox.
 *
 * @param id the person's subject
 * @param phone for texts, in international form; without it there are none
 * @param quiet null for none
 * @param digest whether what is not urgent comes together once a working day
 * @param language of mails and texts, as the templates' files name it
 */
public record Preferences(
        String id,
        Wish email,
        Wish text,
        @Nullable String phone,
        @Nullable QuietHours quiet,
        boolean digest,
        String language) {

    /** Of somebody who has said nothing: all by mail, what is not urgent gathered, nothing by text. */
    public static Preferences unspoken(String person) {
        return new Preferences(person, Wish.EVERYTHING, Wish.NOTHING, null, null, true, "en");
    }
}
