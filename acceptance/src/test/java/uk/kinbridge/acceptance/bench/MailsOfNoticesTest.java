package uk.kinbridge.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.kinbridge.acceptance.suite.Mail;

/** What counts as a mail that came once: nothing that is missing, doubtful or twice does. */
class MailsOfNoticesTest {

    private static MailsOfNotices counted(Map<String, Integer> taken, Mail... mails) {
        return MailsOfNotices.counted(
                List.of(mails).stream().collect(java.util.stream.Collectors.groupingBy(Mail::notice)),
                mail -> taken.getOrDefault(mail.id(), 0));
    }

    @Test
    void handed_over_and_taken_over_once() {
        assertThat(counted(Map.of("m-1", 1), new Mail("m-1", "n-1", "handed-over")))
                .isEqualTo(new MailsOfNotices(1, 0, 0));
    }

    @Test
    void said_to_be_handed_over_but_not_with_the_server_is_missing() {
        assertThat(counted(Map.of(), new Mail("m-1", "n-1", "handed-over"))).isEqualTo(new MailsOfNotices(0, 0, 0));
    }

    @Test
    void in_doubt_is_counted_as_such_whether_or_not_the_server_has_it() {
        assertThat(counted(Map.of("m-1", 1), new Mail("m-1", "n-1", "in-doubt"), new Mail("m-2", "n-2", "in-doubt")))
                .isEqualTo(new MailsOfNotices(0, 2, 0));
    }

    @Test
    void taken_over_twice_is_no_mail_that_came_once() {
        assertThat(counted(Map.of("m-1", 2), new Mail("m-1", "n-1", "handed-over")))
                .isEqualTo(new MailsOfNotices(0, 0, 1));
        assertThat(counted(Map.of("m-1", 2), new Mail("m-1", "n-1", "in-doubt")))
                .as("a doubt does not excuse it")
                .isEqualTo(new MailsOfNotices(0, 1, 1));
    }

    @Test
    void one_of_two_mails_about_a_notice_that_is_missing_makes_it_missing() {
        assertThat(counted(Map.of("m-1", 1), new Mail("m-1", "n-1", "handed-over"), new Mail("m-2", "n-1", "waiting")))
                .isEqualTo(new MailsOfNotices(0, 0, 0));
    }
}
