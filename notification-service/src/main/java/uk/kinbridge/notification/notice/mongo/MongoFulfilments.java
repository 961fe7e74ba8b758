package uk.kinbridge.notification.notice.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import uk.kinbridge.notification.notice.Actor;
import uk.kinbridge.notification.notice.Fulfilment;
import uk.kinbridge.notification.notice.Fulfilments;
import uk.kinbridge.notification.notice.Notice;

/** A small document for each act, under the id of the message that told of it. */
@Component
class MongoFulfilments implements Fulfilments {

    static final String COLLECTION = "fulfilments";

    private static final Logger log = LoggerFactory.getLogger(MongoFulfilments.class);

    private final MongoOperations mongo;

    MongoFulfilments(MongoOperations mongo) {
        this.mongo = mongo;
    }

    record Stored(@Id String id, String aboutType, String aboutId, String purpose, Actor by, Instant at) {

        Fulfilment act() {
            return new Fulfilment(aboutType, aboutId, purpose, by, at);
        }
    }

    @Override
    public void add(Fulfilment act, String messageId) {
        try {
            mongo.insert(
                    new Stored(messageId, act.aboutType(), act.aboutId(), act.purpose(), act.by(), act.at()),
                    COLLECTION);
        } catch (DuplicateKeyException again) {
            log.debug("remembered from an earlier delivery of the message: {}", again.getClass());
        }
    }

    @Override
    public Optional<Fulfilment> covering(Notice notice) {
        return Optional.ofNullable(coveringAll(List.of(notice)).get(notice.id()));
    }

    @Override
    public Map<String, Fulfilment> coveringAll(Collection<Notice> notices) {
        if (notices.isEmpty()) {
            return Map.of();
        }
        var candidates = Query.query(Criteria.where("aboutId")
                .in(notices.stream()
                        .map(notice -> notice.about().id())
                        .distinct()
                        .toList())
                .and("purpose")
                .in(notices.stream().map(Notice::purpose).distinct().toList()));
        var acts = mongo.find(candidates, Stored.class, COLLECTION).stream()
                .map(Stored::act)
                .sorted(Comparator.comparing(Fulfilment::at))
                .toList();
        var covering = new HashMap<String, Fulfilment>();
        notices.forEach(notice -> acts.stream()
                .filter(act -> act.covers(notice))
                .findFirst()
                .ifPresent(act -> covering.put(notice.id(), act)));
        return covering;
    }
}
