package uk.kinbridge.protocols.published.mongo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import uk.kinbridge.protocols.published.CalendarCopies;
import uk.kinbridge.protocols.time.BankHolidays;

/** Copies in MongoDB, held in memory once read: a published list never changes. */
class MongoCalendarCopies implements CalendarCopies {

    private static final Logger log = LoggerFactory.getLogger(MongoCalendarCopies.class);
    static final String COLLECTION = "calendarCopies";

    private final MongoOperations mongo;
    private final InstantSource time;
    private final List<BankHolidays> known = new CopyOnWriteArrayList<>();
    private volatile boolean read;

    MongoCalendarCopies(MongoOperations mongo, InstantSource time) {
        this.mongo = mongo;
        this.time = time;
    }

    record Copy(String id, Instant keptAt, String yaml) {}

    @Override
    public List<BankHolidays> all() {
        if (!read) {
            try {
                readAll();
            } catch (DataAccessException away) {
                // What was shipped still answers; the next call looks again.
                log.warn(
                        "copies of bank holidays cannot be read now: {}",
                        away.getClass().getSimpleName());
            }
        }
        return known;
    }

    private synchronized void readAll() {
        if (!read) {
            var copies = mongo.findAll(Copy.class, COLLECTION).stream()
                    .map(copy -> BankHolidays.read("bank-holidays@" + copy.id(), copy.yaml()))
                    .toList();
            known.clear();
            known.addAll(copies);
            read = true;
        }
    }

    @Override
    public synchronized void keep(BankHolidays calendar, String yaml) {
        try {
            mongo.insert(new Copy(calendar.version(), time.instant(), yaml), COLLECTION);
        } catch (DuplicateKeyException keptBefore) {
            log.debug("the bank holidays of {} are kept already", calendar.version());
        }
        if (known.stream().noneMatch(list -> list.version().equals(calendar.version()))) {
            known.add(calendar);
        }
    }
}
