package uk.kinbridge.notification.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A directory for tests: answers what it is told to, and remembers what it was asked. */
public final class Standing implements Duty {

    /** Names nobody: the inbox of the role is enough. */
    public static final Duty WHOEVER = (recipient, urgency, at) -> new Answer.Whoever();

    private final List<Recipient> asked = new ArrayList<>();
    private Answer answer = new Answer.Unknown();

    public void answers(Answer next) {
        answer = next;
    }

    /** These people, at work. */
    public void answers(Answerer... people) {
        answers(new Answer.Known(List.of(people), false));
    }

    public List<Recipient> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Answer answering(Recipient recipient, Urgency urgency, Instant at) {
        asked.add(recipient);
        return answer;
    }
}
