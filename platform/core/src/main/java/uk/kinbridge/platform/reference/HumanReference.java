package uk.kinbridge.platform.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A reference such as {@code R-7K2M-9QXT} that survives being read out or copied by hand. No letter or digit in it can
 * be taken for another (no 0 or O, 1 or I, 5 or S; no U either), and its last character is a check over the others:
 * one wrong character or two swapped ones are always noticed.
 */
public record HumanReference(String value) {

    /** 29 characters; a prime number, on which the check rests. */
    static final String ALPHABET = "2346789ABCDEFGHJKLMNPQRTVWXYZ";

    private static final int RANDOM_CHARACTERS = 7;
    private static final int GROUP = 4;

    public HumanReference {
        if (!isValid(value)) {
            throw new IllegalArgumentException("is not a reference: check it for a slip of the pen");
        }
    }

    /** A new one, for example {@code R-…} for prefix R. With a fixed generator the same each time. */
    public static HumanReference random(char prefix, RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        code.append(check(code));
        return new HumanReference(prefix + "-" + code.substring(0, GROUP) + "-" + code.substring(GROUP));
    }

    /** Reads what a person has typed: lower case, with spaces or without hyphens. Empty when it has a slip. */
    public static Optional<HumanReference> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\-]", "");
        if (code.length() != 1 + RANDOM_CHARACTERS + 1) {
            return Optional.empty();
        }
        String value = code.charAt(0) + "-" + code.substring(1, 1 + GROUP) + "-" + code.substring(1 + GROUP);
        return isValid(value) ? Optional.of(new HumanReference(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isValid(String value) {
        if (!value.matches("[A-Z]-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}")) {
            return false;
        }
        String code = value.substring(2).replace("-", "");
        return check(code.substring(0, RANDOM_CHARACTERS)) == code.charAt(RANDOM_CHARACTERS);
    }

    /** Weights 2 to 8 differ and are not zero modulo 29, so that every slip of one or two characters changes it. */
    private static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            sum += (i + 2) * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
