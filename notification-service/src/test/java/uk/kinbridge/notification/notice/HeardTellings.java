package uk.kinbridge.notification.notice;

import java.util.ArrayList;
import java.util.List;

/** Hears what channels would; fails as often as it is told to first. */
public final class HeardTellings implements Hearing {

    private final List<String> heard = new ArrayList<>();
    private int failures;

    /** The next so many are not taken note of. */
    public void failing(int times) {
        failures = times;
    }

    /** Notice and number of each, in order, with repetitions. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void hear(Notice notice, Telling telling) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("not yet");
        }
        heard.add(notice.id() + "/" + telling.number() + " " + telling.kind());
    }
}
