package uk.kinbridge.directory.openreferral;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of Open Referral UK 3.0 (HSDS-UK-3.0), as far as there is something to put into them. What is not known is
 * left out, never null. The UK profile has no telephone numbers; they are here all the same, as in the international
 * standard, since a front door without its number helps nobody and further properties are allowed.
 */
final class Feed {

    static final String SPECIFICATION = "HSDS-UK-3.0";

    private Feed() {}

    record Details(
            String version,
            String profile,
            @JsonProperty("openapi_url") String openApiUrl) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Organization(String id, String name, String description) {}

    record Phone(String id, String number) {}

    record Area(String id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Schedule(
            String id,
            String freq,
            String byday,
            @JsonProperty("opens_at") String opensAt,
            @JsonProperty("closes_at") String closesAt) {}

    record Term(
            String id,
            String name,
            String description,
            String taxonomy,
            @JsonProperty("taxonomy_id") String taxonomyId) {}

    record Attribute(
            String id,
            @JsonProperty("link_id") String linkId,
            @JsonProperty("taxonomy_term_id") String termId,
            @JsonProperty("link_type") String linkType,
            @JsonProperty("taxonomy_term") Term term) {}

    record Taxonomy(String id, String name, String description, String version) {}

    record Address(
            String id,
            @JsonProperty("address_1") String address1,
            String city,
            @JsonProperty("state_province") String stateProvince,
            @JsonProperty("postal_code") String postalCode,
            String country,
            @JsonProperty("address_type") String addressType) {}

    record Location(
            String id, @JsonProperty("location_type") String locationType, String name, List<Address> addresses) {}

    record AtLocation(
            String id,
            @JsonProperty("service_id") String serviceId,
            @JsonProperty("location_id") String locationId,
            Location location) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Service(
            String id,
            @JsonProperty("organization_id") String organizationId,
            String name,
            String description,
            @Nullable String url,
            @Nullable String email,
            String status,
            @JsonProperty("last_modified") Instant lastModified,
            @JsonProperty("minimum_age") @Nullable Integer minimumAge,
            @JsonProperty("maximum_age") @Nullable Integer maximumAge,
            Organization organization,
            List<Phone> phones,
            List<Schedule> schedules,
            @JsonProperty("service_areas") List<Area> areas,
            @JsonProperty("service_at_locations") List<AtLocation> locations,
            List<Attribute> attributes) {}

    /** All that a reader needs who wants to know what has changed. */
    record Changed(String id, @JsonProperty("last_modified") Instant lastModified) {

        static Changed of(Service service) {
            return new Changed(service.id(), service.lastModified());
        }
    }

    /** A page in the standard's envelope; the first one is 1. */
    record Pages<T>(
            @JsonProperty("total_items") int totalItems,
            @JsonProperty("total_pages") int totalPages,
            @JsonProperty("page_number") int number,
            int size,
            @JsonProperty("first_page") boolean first,
            @JsonProperty("last_page") boolean last,
            boolean empty,
            List<T> contents) {

        static <T> Pages<T> of(List<T> all, int number, int perPage) {
            int pages = Math.max(1, (all.size() + perPage - 1) / perPage);
            int from = Math.min(all.size(), (number - 1) * perPage);
            List<T> contents = all.subList(from, Math.min(all.size(), from + perPage));
            return new Pages<>(
                    all.size(),
                    pages,
                    number,
                    contents.size(),
                    number == 1,
                    number >= pages,
                    contents.isEmpty(),
                    List.copyOf(contents));
        }
    }
}
