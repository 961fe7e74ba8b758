package uk.kinbridge.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import uk.kinbridge.platform.testing.Brokers;
import uk.kinbridge.platform.testing.Databases;
import uk.kinbridge.platform.testing.Tokens;
import uk.kinbridge.platform.testing.architecture.ClockedRecords;
import uk.kinbridge.protocols.published.FollowsCalendars;

/** HAC-03, JWP-08, SAL-17: no kind of record with a clock is left out when new bank holidays are published. */
@SpringBootTest(properties = "kinbridge.messaging.prefix=test-access-referral")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {Tokens.Realm.class, Databases.ForContext.class, Brokers.ForContext.class})
class EveryClockFollowsTheCalendarTest {

    @Autowired
    List<FollowsCalendars<?>> following;

    @Test
    void each_kind_of_record_that_keeps_clocks_follows() {
        assertThat(following)
                .extracting(FollowsCalendars::what)
                .containsExactlyInAnyOrder("referrals", "growing pictures", "families", "treatments");
        assertThat(ClockedRecords.in("uk.kinbridge.referral"))
                .as("another one needs its FollowingRecords")
                .containsExactlyInAnyOrder("Referral", "ConcernsOfFamily", "Family", "Treatment");
    }
}
