package uk.kinbridge.directory.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import uk.kinbridge.protocols.pack.Packs;

/**
 * The answers of the present minute. They depend on the published packs, the area, the need and the minute alone, so
 * each is worked out once, however many ask.
 */
final class ThisMinute {

    private record Kept(Packs packs, Instant minute, Map<Question.Clear, Answer> answers) {

        boolean isOf(Packs published, Instant asked) {
            // the very same packs: whatever is published makes new ones
            return packs == published && minute.equals(asked);
        }
    }

    private volatile Kept kept = new Kept(new Packs(List.of()), Instant.MIN, Map.of());

    Answer answer(Packs published, Question.Clear question, Function<Question.Clear, Answer> work) {
        Kept now = kept;
        if (!now.isOf(published, question.at())) {
            now = new Kept(published, question.at(), new ConcurrentHashMap<>());
            kept = now;
        }
        return now.answers().computeIfAbsent(question, work);
    }
}
