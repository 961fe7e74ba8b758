package uk.kinbridge.referral.protocol.mongo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.referral.protocol.ProtocolCopies;

/** Copies in MongoDB, held in memory once read: versions never change. */
@Component
class MongoProtocolCopies implements ProtocolCopies {

    private static final Logger log = LoggerFactory.getLogger(MongoProtocolCopies.class);
    static final String COLLECTION = "protocolCopies";

    private final MongoOperations mongo;
    private final Map<String, Pack> known = new ConcurrentHashMap<>();
    private volatile boolean read;

    MongoProtocolCopies(MongoOperations mongo) {
        this.mongo = mongo;
    }

    record Copy(String id, String yaml) {}

    @Override
    public List<Pack> all() {
        if (!read) {
            try {
                mongo.findAll(Copy.class, COLLECTION).forEach(copy -> known.put(copy.id(), parse(copy)));
                read = true;
            } catch (DataAccessException away) {
                // What was shipped still answers; the next call looks again.
                log.warn(
                        "copies of protocols cannot be read now: {}",
                        away.getClass().getSimpleName());
            }
        }
        return List.copyOf(known.values());
    }

    private static Pack parse(Copy copy) {
        return Packs.read(copy.id(), copy.yaml().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void keep(Pack pack, String yaml) {
        var id = pack.reference().toString();
        try {
            mongo.insert(new Copy(id, yaml), COLLECTION);
        } catch (DuplicateKeyException keptBefore) {
            log.debug("{} is kept already", id);
        }
        known.put(id, pack);
    }
}
