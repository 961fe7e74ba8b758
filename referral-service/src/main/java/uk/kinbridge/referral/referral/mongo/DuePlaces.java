package uk.kinbridge.referral.referral.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import uk.kinbridge.platform.mongo.After;
import uk.kinbridge.referral.referral.Referrals.DutyQuery;

/**
 * In which lists of what is owed a referral stands, and when that is due there, kept so that each list is one walk along an
 * index in its own order.
 *
 * <p>No index sorts a document by the one element of an array that was looked for. So the lists stand in a few places, one
 * for each moment, the earliest first: as many moments as different people owe something about one referral at one time,
 * which are three in no pathway that ships. Should there be more, those that are left share the last place at the earliest
 * of their moments: what is due in them then stands further up than it has to, and never further down.
 */
final class DuePlaces {

    /** So many moments have a place of their own. */
    static final int PLACES = 3;

    private DuePlaces() {}

    /** Adds the places to what a referral is found by. */
    static Document findable(Document findable, Map<String, Instant> dues) {
        var moments = new TreeMap<Instant, TreeSet<String>>();
        dues.forEach(
                (list, at) -> moments.computeIfAbsent(at, _ -> new TreeSet<>()).add(list));
        int place = 0;
        for (var moment : moments.entrySet()) {
            if (place < PLACES) {
                findable.append(
                        name(place++),
                        new Document("at", Date.from(moment.getKey())).append("lists", new ArrayList<String>()));
            }
            findable.get(name(place - 1), Document.class)
                    .getList("lists", String.class)
                    .addAll(moment.getValue());
        }
        return findable;
    }

    /** An index for each place. */
    static List<IndexDefinition> indexes() {
        return IntStream.range(0, PLACES)
                .<IndexDefinition>mapToObj(place -> new Index()
                        .on(lists(place), Direction.ASC)
                        .on(at(place), Direction.ASC)
                        .on("_id", Direction.ASC)
                        .named(name(place)))
                .toList();
    }

    /** What stands in a place of the lists that are asked for, but for what has its moment for them in an earlier one. */
    static Bson filter(int place, DutyQuery query) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.in(lists(place), query.lists()));
        IntStream.range(0, place).forEach(earlier -> filters.add(Filters.nin(lists(earlier), query.lists())));
        if (query.party() != null) {
            filters.add(Filters.eq("find.parties", query.party()));
        }
        var overdueAt = query.overdueAt();
        if (overdueAt != null) {
            filters.add(Filters.lte(at(place), Date.from(overdueAt)));
        }
        var after = query.after();
        if (after != null) {
            filters.add(After.ascending(at(place), Date.from(after.nextDueAt()), after.id()));
        }
        return Filters.and(filters);
    }

    /** The order of a place. */
    static Bson order(int place) {
        return Sorts.ascending(at(place), "_id");
    }

    /** When a document that was found in a place is due there. */
    static Instant momentOf(Document document, int place) {
        return document.getEmbedded(List.of("find", name(place), "at"), Date.class)
                .toInstant();
    }

    private static String name(int place) {
        return "due" + (place + 1);
    }

    private static String lists(int place) {
        return "find." + name(place) + ".lists";
    }

    private static String at(int place) {
        return "find." + name(place) + ".at";
    }
}
