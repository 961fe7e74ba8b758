package uk.kinbridge.protocols.published.mongo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.published.ProtocolCopies;

/** Copies in MongoDB, held in memory once read: versions never change. */
class MongoProtocolCopies implements ProtocolCopies {

    private static final Logger log = LoggerFactory.getLogger(MongoProtocolCopies.class);
    static final String COLLECTION = "protocolCopies";

    private final MongoOperations mongo;
    private final InstantSource time;
    /** In the order in which they were kept: what extends another was published after it. */
    private final List<Pack> known = new CopyOnWriteArrayList<>();

    private volatile boolean read;

    MongoProtocolCopies(MongoOperations mongo, InstantSource time) {
        this.mongo = mongo;
        this.time = time;
    }

    record Copy(String id, Instant keptAt, String yaml) {}

    @Override
    public List<Pack> all() {
        if (!read) {
            try {
                readAll();
            } catch (DataAccessException away) {
                // What was shipped still answers; the next call looks again.
                log.warn(
                        "copies of protocols cannot be read now: {}",
                        away.getClass().getSimpleName());
            }
        }
        return known;
    }

    private synchronized void readAll() {
        if (!read) {
            known.clear();
            mongo.find(new Query().with(Sort.by("keptAt", "_id")), Copy.class, COLLECTION)
                    .forEach(copy -> known.add(parse(copy)));
            read = true;
        }
    }

    private static Pack parse(Copy copy) {
        return Packs.read(copy.id(), copy.yaml().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void keep(Pack pack, String yaml) {
        var id = pack.reference().toString();
        try {
            mongo.insert(new Copy(id, time.instant(), yaml), COLLECTION);
        } catch (DuplicateKeyException keptBefore) {
            log.debug("{} is kept already", id);
        }
        if (known.stream().noneMatch(p -> p.pack().equals(pack.pack()) && p.version() == pack.version())) {
            known.add(pack);
        }
    }
}
