package uk.kinbridge.directory.openreferral;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.directory.agency.AgencyBook;
import uk.kinbridge.directory.agency.AgencyEntry;
import uk.kinbridge.directory.agency.Offer;
import uk.kinbridge.directory.openreferral.Feed.Address;
import uk.kinbridge.directory.openreferral.Feed.Area;
import uk.kinbridge.directory.openreferral.Feed.AtLocation;
import uk.kinbridge.directory.openreferral.Feed.Attribute;
import uk.kinbridge.directory.openreferral.Feed.Location;
import uk.kinbridge.directory.openreferral.Feed.Organization;
import uk.kinbridge.directory.openreferral.Feed.Phone;
import uk.kinbridge.directory.openreferral.Feed.Schedule;
import uk.kinbridge.directory.openreferral.Feed.Service;
import uk.kinbridge.directory.openreferral.Feed.Taxonomy;
import uk.kinbridge.directory.openreferral.Feed.Term;
import uk.kinbridge.directory.protocol.Library;
import uk.kinbridge.directory.protocol.PublishedVersion;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.time.WorkingCalendar;

/**
 * What the feed holds: the front doors of the protocols in force, and the services that agencies have published. Never
 * what an agency has not marked as published, and never a person.
 */
@Component
class PublishedServices {

    static final Taxonomy NEEDS = new Taxonomy(
            id("taxonomy", "needs"), "Kinbridge needs", "What somebody needs when they ask whom to call", "1");

    private final Library library;
    private final AgencyBook agencies;

    PublishedServices(Library library, AgencyBook agencies) {
        this.library = library;
        this.agencies = agencies;
    }

    List<Service> all() {
        Map<String, Service> services = new LinkedHashMap<>();
        library.inForce()
                .forEach(version -> version.pack().contacts().forEach(contact -> {
                    Service service = frontDoor(version, contact);
                    services.putIfAbsent(service.id(), service);
                }));
        agencies.all()
                .forEach(agency -> agency.services().stream()
                        .filter(Offer::published)
                        .map(offer -> offered(agency, offer))
                        .forEach(service -> services.putIfAbsent(service.id(), service)));
        return List.copyOf(services.values());
    }

    List<Organization> organizations() {
        return all().stream().map(Service::organization).distinct().toList();
    }

    static List<Term> terms() {
        return Stream.of(Need.values()).map(need -> term(need.word())).toList();
    }

    private static Service frontDoor(PublishedVersion version, Contact contact) {
        Pack pack = version.pack();
        String id = id("contact", contact.id().value());
        List<AreaId> areas = contact.areas().isEmpty() ? pack.areas() : contact.areas();
        var hours = contact.hours() == null ? pack.hours() : contact.hours();
        Organization publisher = new Organization(
                id("organization", pack.source().publisher()), pack.source().publisher(), pack.title());
        return new Service(
                id,
                publisher.id(),
                contact.name(),
                "Front door of the protocol '%s', %s"
                        .formatted(
                                pack.title(),
                                switch (contact.cover()) {
                                    case DAYTIME -> "in the daytime";
                                    case OUT_OF_HOURS -> "out of hours";
                                    case ALWAYS -> "at all hours";
                                }),
                contact.website() == null
                        ? null
                        : "https://" + contact.website().replaceFirst("^https?://", ""),
                contact.email() == null ? null : contact.email().value(),
                "active",
                inForceSince(version),
                null,
                null,
                publisher,
                contact.telephones().stream()
                        .map(telephone -> new Phone(id("phone", id + telephone.value()), telephone.value()))
                        .toList(),
                switch (contact.cover()) {
                    case DAYTIME -> schedules(id, hours == null ? null : hours.toString());
                    case ALWAYS -> schedules(id, "always");
                    case OUT_OF_HOURS -> List.of();
                },
                areas.stream()
                        .map(area -> new Area(id("area", id + area.value()), area.value()))
                        .toList(),
                places(id, contact),
                attributes(id, contact.needs().stream().map(Need::word).toList()));
    }

    private static Service offered(AgencyEntry agency, Offer offer) {
        String id = id("service", agency.id() + "/" + offer.id());
        Organization organization = new Organization(
                id("organization", agency.id()), agency.name(), agency.role().replace('-', ' '));
        return new Service(
                id,
                organization.id(),
                offer.name(),
                offer.description() == null ? offer.name() : offer.description(),
                offer.url(),
                offer.email(),
                "active",
                lastChangeOf(agency),
                offer.minimumAge(),
                offer.maximumAge(),
                organization,
                offer.telephone() == null
                        ? List.of()
                        : List.of(new Phone(id("phone", id + offer.telephone()), offer.telephone())),
                schedules(id, offer.openingHours()),
                offer.areas().stream()
                        .map(area -> new Area(id("area", id + area), area))
                        .toList(),
                List.of(),
                attributes(id, offer.needs()));
    }

    /** What the feed says changes on the day on which a version comes into force. */
    private static Instant inForceSince(PublishedVersion version) {
        return version.pack()
                .effective()
                .from()
                .atStartOfDay(WorkingCalendar.LONDON)
                .toInstant();
    }

    private static Instant lastChangeOf(AgencyEntry agency) {
        return agency.changedAt().orElse(Instant.EPOCH);
    }

    private static List<AtLocation> places(String service, Contact contact) {
        var address = contact.address();
        if (address == null) {
            return List.of();
        }
        String location = id("location", service);
        List<String> lines = address.lines();
        return List.of(new AtLocation(
                id("at", service),
                service,
                location,
                new Location(
                        location,
                        "physical",
                        contact.name(),
                        List.of(new Address(
                                id("address", service),
                                String.join(", ", lines),
                                lines.getLast(),
                                lines.getLast(),
                                address.postcode(),
                                "GB",
                                "physical")))));
    }

    /** From "Mon-Thu 09:00-17:00, Fri 09:00-16:30" one schedule for each part. */
    private static List<Schedule> schedules(String service, @Nullable String written) {
        if (written == null) {
            return List.of();
        }
        String hours =
                written.equals("always") ? "Mon-Sun 00:00-24:00" : written.replace(" including bank holidays", "");
        List<Schedule> schedules = new ArrayList<>();
        for (String part : hours.split(",", -1)) {
            String[] words = part.strip().split(" ", -1);
            String[] times = words[1].split("-", -1);
            schedules.add(new Schedule(id("schedule", service + part), "WEEKLY", days(words[0]), times[0], times[1]));
        }
        return schedules;
    }

    private static String days(String written) {
        String[] ends = written.split("-", -1);
        List<String> names = Stream.of(DayOfWeek.values())
                .map(day -> day.name().substring(0, 2))
                .toList();
        int first = names.indexOf(ends[0].substring(0, 2).toUpperCase(Locale.ROOT));
        int last = names.indexOf(ends[ends.length - 1].substring(0, 2).toUpperCase(Locale.ROOT));
        return String.join(",", names.subList(first, last + 1));
    }

    private static List<Attribute> attributes(String service, List<String> needs) {
        return needs.stream()
                .map(need -> new Attribute(
                        id("attribute", service + need), service, id("need", need), "service", term(need)))
                .toList();
    }

    private static Term term(String need) {
        return new Term(id("need", need), need, need.replace('-', ' '), NEEDS.name(), NEEDS.id());
    }

    /** The standard wants UUIDs; made of our own ids, they stay the same from one reading to the next. */
    static String id(String kind, String of) {
        return UUID.nameUUIDFromBytes((kind + ":" + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
