package uk.kinbridge.acceptance.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import uk.kinbridge.acceptance.suite.Mail;
import uk.kinbridge.acceptance.suite.MailServer;
import uk.kinbridge.acceptance.suite.Person;

/**
 * What became of the mails about some notices. One that is in doubt may or may not have been taken over (ADR 0015); whoever
 * administers the agency sees it, and the chase goes on without it.
 *
 * @param once notices whose mails were all taken over, each once
 * @param inDoubt notices with a mail whose end nobody knows, taken over once at most
 * @param twice mails that were taken over more than once
 */
record MailsOfNotices(long once, long inDoubt, long twice) {

    /** Looking is work for the suite too: now and then is enough. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Waits until nothing is under way any more, and counts what the mail server has. */
    static MailsOfNotices about(Set<String> notices, Person manager, MailServer server) {
        var mails = new HashMap<String, List<Mail>>();
        Waiting.until(LOOK, () -> {
            mails.clear();
            mails.putAll(Mail.about(notices, manager));
            return mails.keySet().containsAll(notices)
                    && mails.values().stream().flatMap(List::stream).noneMatch(Mail::isUnderWay);
        });
        return counted(mails, mail -> server.taken(mail.id()));
    }

    static MailsOfNotices counted(Map<String, List<Mail>> mails, ToIntFunction<Mail> taken) {
        long once = 0;
        long doubt = 0;
        long twice = 0;
        for (var ofNotice : mails.values()) {
            twice +=
                    ofNotice.stream().filter(mail -> taken.applyAsInt(mail) > 1).count();
            if (ofNotice.stream().anyMatch(Mail::isInDoubt)) {
                doubt++;
            } else if (ofNotice.stream().allMatch(mail -> mail.isHandedOver() && taken.applyAsInt(mail) == 1)) {
                once++;
            }
        }
        return new MailsOfNotices(once, doubt, twice);
    }
}
