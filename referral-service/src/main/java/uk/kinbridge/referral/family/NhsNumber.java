package uk.kinbridge.referral.family;

/** An NHS number: ten digits, the last of which is a check over the others (modulus 11). */
public final class NhsNumber {

    private static final int DIGITS = 10;
    private static final int MODULUS = 11;

    private NhsNumber() {}

    /** The digits alone; people write it in groups of three, three and four. */
    public static String digits(String written) {
        return written.replaceAll("[\\s-]", "");
    }

    /** Whether it can be one: ten digits and the check is right. */
    public static boolean isValid(String written) {
        var digits = digits(written);
        if (!digits.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += (DIGITS - i) * (digits.charAt(i) - '0');
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check < DIGITS && check == digits.charAt(DIGITS - 1) - '0';
    }
}
