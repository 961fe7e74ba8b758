package uk.kinbridge.referral.family.mongo;

import uk.kinbridge.referral.family.MemoryFamilies;

/** The families that rules are tested with behave like those in the database. */
class MemoryFamiliesTest extends FamiliesTest {

    private static final MemoryFamilies FAMILIES = new MemoryFamilies();

    MemoryFamiliesTest() {
        super(FAMILIES);
    }
}
