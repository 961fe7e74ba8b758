package uk.kinbridge.notification.delivery;

import java.time.InstantSource;
import java.util.List;
import uk.kinbridge.notification.notice.Hearing;
import uk.kinbridge.notification.notice.Notice;
import uk.kinbridge.notification.notice.Telling;

/** Takes every telling of a notice to the channels (HAC-17): who is chased in the inbox is chased by mail as well. */
public class TellOfNotices implements Hearing {

    private final TellByChannels channels;
    private final InstantSource time;

    public TellOfNotices(TellByChannels channels, InstantSource time) {
        this.channels = channels;
        this.time = time;
    }

    @Override
    public void hear(Notice notice, Telling telling) {
        channels.tell(told(notice, telling), time.instant());
    }

    @Override
    public void hearAll(List<News> news) {
        channels.tellAll(
                news.stream().map(one -> told(one.notice(), one.telling())).toList(), time.instant());
    }

    private static Told told(Notice notice, Telling telling) {
        return new Told(
                notice.id() + "/" + telling.number(),
                tidings(notice, telling),
                telling.people().stream()
                        .map(answerer -> Addressee.person(answerer.agency(), answerer.person()))
                        .distinct()
                        .toList());
    }

    private static Tidings tidings(Notice notice, Telling telling) {
        return new Tidings(
                notice.id(),
                occasion(notice, telling),
                notice.urgency(),
                notice.about().type(),
                notice.about().reference(),
                notice.purpose(),
                notice.obligation(),
                notice.recipient().agency(),
                notice.recipient().role(),
                notice.acknowledgeBy(),
                telling.at(),
                notice.dispatch().protocol());
    }

    private static Occasion occasion(Notice notice, Telling telling) {
        if (telling.kind() == Telling.Kind.CHASED) {
            return Occasion.REMINDER;
        }
        return notice.dispatch().follows() == null ? Occasion.DELIVERED : Occasion.PASSED_ON;
    }
}
