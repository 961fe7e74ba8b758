package uk.kinbridge.notification.notice;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Acts in memory; passes the same contract tests as those in the database. */
public final class InMemoryFulfilments implements Fulfilments {

    private final Map<String, Fulfilment> acts = new LinkedHashMap<>();

    @Override
    public synchronized void add(Fulfilment act, String messageId) {
        acts.putIfAbsent(messageId, act);
    }

    @Override
    public synchronized Optional<Fulfilment> covering(Notice notice) {
        return acts.values().stream().filter(act -> act.covers(notice)).min(Comparator.comparing(Fulfilment::at));
    }
}
