package uk.kinbridge.notification.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.kinbridge.notification.delivery.TidingsBuilder.AGENCY;
import static uk.kinbridge.notification.delivery.TidingsBuilder.MONDAY_TEN;
import static uk.kinbridge.notification.delivery.TidingsBuilder.tidings;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.kinbridge.notification.delivery.Addressee;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Parcel;
import uk.kinbridge.notification.template.Letter;

/** A mail server that works, one that is away, and those that stop at the worst moments. */
class SmtpCarrierTest {

    @Test
    void a_mail_arrives_with_its_own_id_and_the_letter() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(carrier(server.getSmtp().getPort()).handOver(parcel())).isEqualTo(new Answer.Accepted(null));

            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getHeader("Message-ID")).containsExactly("<d1@kinbridge.example>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getAllRecipients()[0]).hasToString("leila.haddad@example.org");
            assertThat(mail.getSubject()).isEqualTo("A notice waits");
            assertThat(mail.getContentLanguage()).containsExactly("cy");
            assertThat(mail.getContent().toString()).contains("Please read it");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_is_away_certainly_has_nothing() throws IOException {
        int nobody;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }

        assertThat(carrier(nobody).handOver(parcel()))
                .isEqualTo(Answer.NotNow.away("the mail server could not be reached"));
    }

    @Test
    void one_that_breaks_off_before_the_last_line_certainly_has_nothing() throws IOException {
        try (var server = new MailServer("354 go on", null, true)) {
            // It hangs up in the middle of a mail that is too large for the buffers between us.
            var large = "x".repeat(70) + "\n";
            var answer = carrier(server.port()).handOver(parcel(large.repeat(200_000)));

            assertThat(answer).isInstanceOf(Answer.NotNow.class);
        }
    }

    @Test
    void one_that_breaks_off_after_the_last_line_leaves_a_doubt() throws IOException {
        try (var server = new MailServer("354 go on", null, false)) {
            assertThat(carrier(server.port()).handOver(parcel())).isInstanceOf(Answer.Unanswered.class);
        }
    }

    @Test
    void one_that_hangs_up_at_data_certainly_has_nothing() throws IOException {
        try (var server = new MailServer(null, null, false)) {
            assertThat(carrier(server.port()).handOver(parcel())).isInstanceOf(Answer.NotNow.class);
        }
    }

    @Test
    void one_that_says_no_has_nothing_and_says_whether_it_is_worth_another_try() throws IOException {
        try (var server = new MailServer("354 go on", "554 no", false)) {
            assertThat(carrier(server.port()).handOver(parcel()))
                    .isEqualTo(new Answer.Refused("the mail server refused it with code 554"));
        }
        try (var server = new MailServer("451 later", null, false)) {
            assertThat(carrier(server.port()).handOver(parcel()))
                    .isEqualTo(Answer.NotNow.thisOne("the mail server put it off with code 451"));
        }
    }

    @Test
    void an_address_that_is_none_is_refused_without_any_server() {
        assertThat(carrier(1)
                        .handOver(new Parcel(
                                "d1",
                                Addressee.person(AGENCY, "p"),
                                "no address\r\nBcc: x@example.org",
                                new Letter("s", "b", "en"),
                                List.of(tidings().build()),
                                MONDAY_TEN)))
                .isInstanceOf(Answer.Refused.class);
    }

    private static Parcel parcel() {
        return parcel("Please read it.");
    }

    private static Parcel parcel(String body) {
        return new Parcel(
                "d1",
                Addressee.person(AGENCY, "p"),
                "leila.haddad@example.org",
                new Letter("A notice waits", body, "cy"),
                List.of(tidings().build()),
                MONDAY_TEN);
    }

    private static SmtpCarrier carrier(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "2000");
        properties.put("mail.smtp.timeout", "3000");
        properties.put("mail.smtp.writetimeout", "3000");
        sender.setJavaMailProperties(properties);
        return new SmtpCarrier(sender, "kinbridge@kinbridge.example");
    }

    /** Speaks SMTP up to a point, and then hangs up. */
    private static final class MailServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final @org.jspecify.annotations.Nullable String toData;
        private final @org.jspecify.annotations.Nullable String toEnd;
        private final boolean inTheMiddle;

        /** A null answer is a hang-up at that point. */
        MailServer(
                @org.jspecify.annotations.Nullable String toData,
                @org.jspecify.annotations.Nullable String toEnd,
                boolean inTheMiddle)
                throws IOException {
            this.toData = toData;
            this.toEnd = toEnd;
            this.inTheMiddle = inTheMiddle;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket client = socket.accept();
                    var in = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                say(client, "220 here");
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.startsWith("DATA")) {
                        say(client, "250 ok");
                        continue;
                    }
                    if (toData == null) {
                        return;
                    }
                    say(client, toData);
                    if (!toData.startsWith("354")) {
                        continue;
                    }
                    if (inTheMiddle) {
                        in.readLine();
                        return;
                    }
                    while (!".".equals(in.readLine())) {
                        // the mail
                    }
                    if (toEnd == null) {
                        return;
                    }
                    say(client, toEnd);
                }
            } catch (IOException gone) {
                // the client hung up first
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
