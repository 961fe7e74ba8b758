package uk.kinbridge.notification.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A mail that knows whether it was written to its end, after which only the mail server's answer counts. */
final class WitnessedMail extends MimeMessage {

    private boolean written;

    WitnessedMail(Session session) {
        super(session);
    }

    @Override
    public void writeTo(OutputStream out, String[] withoutHeaders) throws IOException, MessagingException {
        written = false;
        super.writeTo(out, withoutHeaders);
        written = true;
    }

    /** Spring keeps the id that was set; Jakarta Mail would make a new one here. */
    @Override
    protected void updateMessageID() {}

    boolean wasWrittenToTheEnd() {
        return written;
    }
}
