package uk.kinbridge.directory.agency;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import uk.kinbridge.directory.protocol.Library;
import uk.kinbridge.directory.refresh.Refresher;

/**
 * The agencies, from the database when it answers and from the last good copy when it does not. What the protocols in
 * force name is there from the start; from then on the directory is the place where it is kept right.
 */
@Configuration(proxyBeanMethods = false)
public class AgencyBook {

    private final Library library;
    private final AgencyStore store;
    private volatile Map<String, AgencyEntry> copy = Map.of();

    AgencyBook(Library library, AgencyStore store) {
        this.library = library;
        this.store = store;
    }

    @Bean
    Refresher agencyRefresher(@Value("${kinbridge.directory.refresh-interval:5s}") Duration interval) {
        return new Refresher("agencies", interval, this::refresh);
    }

    /** Puts in what a newly published protocol names, and takes a fresh copy. */
    void refresh() {
        Map<String, AgencyEntry> fresh = new HashMap<>();
        store.all().forEach(agency -> fresh.put(agency.id(), agency));
        boolean added = false;
        for (AgencyEntry named : namedByProtocols()) {
            if (!fresh.containsKey(named.id())) {
                added |= store.insert(named);
            }
        }
        if (added) {
            store.all().forEach(agency -> fresh.put(agency.id(), agency));
        }
        copy = Map.copyOf(fresh);
    }

    /** By id; from the last good copy, which is a few seconds old at most while the database answers. */
    public List<AgencyEntry> all() {
        Map<String, AgencyEntry> known = new TreeMap<>();
        namedByProtocols().forEach(agency -> known.put(agency.id(), agency));
        known.putAll(copy);
        return known.values().stream()
                .sorted(Comparator.comparing(AgencyEntry::id))
                .toList();
    }

    /** The agency as it is now; as it was lately when the database is down. */
    public Optional<AgencyEntry> find(String id) {
        try {
            Optional<AgencyEntry> found = store.find(id);
            return found.isPresent() ? found : inCopy(id);
        } catch (DataAccessException away) {
            return inCopy(id);
        }
    }

    private Optional<AgencyEntry> inCopy(String id) {
        return all().stream().filter(agency -> agency.id().equals(id)).findFirst();
    }

    private Collection<AgencyEntry> namedByProtocols() {
        Map<String, AgencyEntry> named = new TreeMap<>();
        library.inForce()
                .forEach(version -> version.pack()
                        .agencies()
                        .forEach(agency -> named.putIfAbsent(
                                agency.id().value(),
                                AgencyEntry.of(
                                        agency,
                                        agency.hours() == null ? version.pack().hours() : agency.hours()))));
        return named.values();
    }
}
