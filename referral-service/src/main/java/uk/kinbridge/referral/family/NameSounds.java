package uk.kinbridge.referral.family;

/** How names sound and how alike they are written; a library knows that better than we do. */
public interface NameSounds {

    /** The same for names that sound alike: Smith and Smyth, Jon and John. */
    String of(String name);

    /** From 0 (nothing in common) to 1 (the same), whatever accents, cases and short forms. */
    double likeness(String one, String other);
}
