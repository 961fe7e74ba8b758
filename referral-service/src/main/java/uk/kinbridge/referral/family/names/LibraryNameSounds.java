package uk.kinbridge.referral.family.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.springframework.stereotype.Component;
import uk.kinbridge.referral.family.NameSounds;

/** Double Metaphone for the sound, Jaro-Winkler for the likeness, and the short forms that no algorithm knows. */
@Component
class LibraryNameSounds implements NameSounds {

    private static final int SOUND_LENGTH = 6;

    /** Short forms in common use, each with the name that it stands for. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("alex", "alexander"),
            Map.entry("andy", "andrew"),
            Map.entry("bec", "rebecca"),
            Map.entry("becky", "rebecca"),
            Map.entry("ben", "benjamin"),
            Map.entry("beth", "elizabeth"),
            Map.entry("bill", "william"),
            Map.entry("bob", "robert"),
            Map.entry("charlie", "charles"),
            Map.entry("chris", "christopher"),
            Map.entry("dan", "daniel"),
            Map.entry("dave", "david"),
            Map.entry("gabby", "gabrielle"),
            Map.entry("jack", "john"),
            Map.entry("jen", "jennifer"),
            Map.entry("jenny", "jennifer"),
            Map.entry("jim", "james"),
            Map.entry("jo", "joanne"),
            Map.entry("joe", "joseph"),
            Map.entry("kate", "katherine"),
            Map.entry("katie", "katherine"),
            Map.entry("liz", "elizabeth"),
            Map.entry("maggie", "margaret"),
            Map.entry("matt", "matthew"),
            Map.entry("mike", "michael"),
            Map.entry("mo", "mohammed"),
            Map.entry("nick", "nicholas"),
            Map.entry("pat", "patricia"),
            Map.entry("pete", "peter"),
            Map.entry("rob", "robert"),
            Map.entry("sam", "samuel"),
            Map.entry("steve", "stephen"),
            Map.entry("sue", "susan"),
            Map.entry("tom", "thomas"),
            Map.entry("tony", "anthony"),
            Map.entry("will", "william"));

    private final DoubleMetaphone metaphone = new DoubleMetaphone();
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    LibraryNameSounds() {
        metaphone.setMaxCodeLen(SOUND_LENGTH);
    }

    @Override
    public String of(String name) {
        var plain = plain(name);
        var sound = metaphone.doubleMetaphone(plain);
        // A name in another script has no English sound; it is found as it is written.
        return sound == null || sound.isEmpty() ? plain : sound;
    }

    @Override
    public double likeness(String one, String other) {
        var a = plain(one);
        var b = plain(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        return of(one).equals(of(other)) && a.charAt(0) == b.charAt(0) ? 1 : similarity.apply(a, b);
    }

    private static String plain(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]", "");
        return SHORT.getOrDefault(letters, letters);
    }
}
