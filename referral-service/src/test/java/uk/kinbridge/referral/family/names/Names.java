package uk.kinbridge.referral.family.names;

import uk.kinbridge.referral.family.NameSounds;

/** The sounds of names as production hears them, for tests of other packages. */
public final class Names {

    private Names() {}

    public static NameSounds sounds() {
        return new LibraryNameSounds();
    }
}
