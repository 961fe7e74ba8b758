package uk.kinbridge.notification.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A provider that answers as a test wants, and keeps what it took. */
final class ScriptedCarrier implements Carrier {

    private final Repetition repetition;
    private final Deque<Answer> answers = new ArrayDeque<>();
    final List<Parcel> taken = new ArrayList<>();
    Trace trace = new Trace.Absent();
    Runnable whenTaken = () -> {};

    ScriptedCarrier(Repetition repetition, Answer... answers) {
        this.repetition = repetition;
        this.answers.addAll(List.of(answers));
    }

    @Override
    public Repetition repetition() {
        return repetition;
    }

    @Override
    public Answer handOver(Parcel parcel) {
        var answer = answers.isEmpty() ? new Answer.Accepted("p-" + parcel.id()) : answers.poll();
        if (answer instanceof Answer.Accepted) {
            taken.add(parcel);
            whenTaken.run();
        }
        return answer;
    }

    @Override
    public Trace trace(String deliveryId) {
        return trace;
    }
}
