package uk.kinbridge.notification.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import uk.kinbridge.notification.delivery.Answer;
import uk.kinbridge.notification.delivery.Carrier;
import uk.kinbridge.notification.delivery.Parcel;

/**
 * Hands mails to a mail server. SMTP cannot be asked later what it was given. But it takes a mail over only after the
 * last line of it (RFC 5321, 4.2.5): when the connection breaks before that line was sent, the mail was certainly not
 * handed over; after it, and before the answer, nobody can know. Only the second is a doubt (ADR 0015).
 */
public final class SmtpCarrier implements Carrier {

    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl server;
    private final String from;

    public SmtpCarrier(JavaMailSenderImpl server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public Repetition repetition() {
        return Repetition.UNKNOWN_TO_IT;
    }

    @Override
    public Answer handOver(Parcel parcel) {
        var mail = new WitnessedMail(server.getSession());
        try {
            write(mail, parcel);
        } catch (MessagingException unfit) {
            return new Answer.Refused("the address or the letter cannot be made into a mail");
        }
        try {
            server.send(mail);
            return new Answer.Accepted(null);
        } catch (MailAuthenticationException wrongAccount) {
            return Answer.NotNow.away("the mail server does not accept our account");
        } catch (MailException failed) {
            return answer(failed, mail);
        }
    }

    private void write(WitnessedMail mail, Parcel parcel) throws MessagingException {
        var helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(parcel.address());
        helper.setSubject(parcel.letter().subject());
        helper.setText(parcel.letter().body());
        helper.setSentDate(Date.from(parcel.at()));
        // So that it is read out as it is spelt (RFC 3282).
        mail.setContentLanguage(new String[] {parcel.letter().language()});
        // The same for every try: whoever gets two can drop one.
        mail.setHeader("Message-ID", messageId(parcel.id()));
        // So that absence notes and the like do not answer a machine (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    String messageId(String deliveryId) {
        int at = from.indexOf('@');
        return "<" + deliveryId + "@" + from.substring(at + 1).replace(">", "") + ">";
    }

    private static Answer answer(MailException failed, WitnessedMail mail) {
        var code = replyCode(failed);
        if (code != null) {
            // The server has answered, so it has not taken the mail over.
            return code >= PERMANENT
                    ? new Answer.Refused("the mail server refused it with code " + code)
                    : Answer.NotNow.thisOne("the mail server put it off with code " + code);
        }
        return mail.wasWrittenToTheEnd()
                ? new Answer.Unanswered("the connection broke before the mail server confirmed the mail")
                : Answer.NotNow.away("the mail server could not be reached");
    }

    /** What the server said, if it said anything; whose address it was about is kept out of it. */
    private static @Nullable Integer replyCode(MailException failed) {
        var causes =
                failed instanceof MailSendException sending ? sending.getMessageExceptions() : new Exception[] {failed};
        for (var cause : causes) {
            for (Throwable each = cause; each != null; each = next(each)) {
                var code = codeOf(each);
                if (code != null) {
                    return code;
                }
            }
        }
        return null;
    }

    private static @Nullable Throwable next(Throwable each) {
        return each instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : each.getCause();
    }

    private static @Nullable Integer codeOf(Throwable each) {
        int code = switch (each) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case SendFailedException _ -> -1;
            default -> -1;
        };
        return code >= 400 ? code : null;
    }
}
