package uk.kinbridge.directory.calendar;

/** What a publisher sends. */
public final class HolidaysForTests {

    private HolidaysForTests() {}

    public static String asGovUkGivesThem() {
        return GovUk.shippedAnd("2027-05-11", "Extra bank holiday");
    }
}
