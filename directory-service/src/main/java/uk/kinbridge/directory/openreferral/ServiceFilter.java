package uk.kinbridge.directory.openreferral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import uk.kinbridge.directory.openreferral.Feed.Schedule;
import uk.kinbridge.directory.openreferral.Feed.Service;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;

/**
 * Which services are asked for: the filters of the standard and of the older UK profile, all of them optional.
 *
 * @param minimumAge services for somebody of this age or older
 * @param maximumAge services for somebody of this age or younger
 * @param day two letters such as MO
 */
record ServiceFilter(
        @Nullable String search,
        @BindParam("taxonomy_term_id") @Nullable String term,
        @BindParam("taxonomy_id") @Nullable String taxonomy,
        @BindParam("organization_id") @Nullable String organization,
        @BindParam("modified_after") @Nullable String modifiedAfter,
        @BindParam("minimum_age") @Nullable Integer minimumAge,
        @BindParam("maximum_age") @Nullable Integer maximumAge,
        @Nullable String day,
        @BindParam("start_time") @Nullable String startTime,
        @BindParam("end_time") @Nullable String endTime) {

    List<Service> of(List<Service> all) {
        Instant after = modifiedAfter == null ? Instant.EPOCH : moment(modifiedAfter);
        return all.stream()
                .filter(service -> matches(search, service.name() + " " + service.description()))
                .filter(service -> term == null
                        || service.attributes().stream()
                                .anyMatch(attribute -> attribute.termId().equals(term)))
                .filter(service -> taxonomy == null || taxonomy.equals(PublishedServices.NEEDS.id()))
                .filter(service -> organization == null || organization.equals(service.organizationId()))
                .filter(service ->
                        modifiedAfter == null || service.lastModified().isAfter(after))
                .filter(this::isForThatAge)
                .filter(this::isOpenThen)
                .toList();
    }

    static boolean matches(@Nullable String search, String text) {
        return search == null || text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    private boolean isForThatAge(Service service) {
        Integer oldest = service.maximumAge();
        Integer youngest = service.minimumAge();
        return (minimumAge == null || oldest == null || oldest >= minimumAge)
                && (maximumAge == null || youngest == null || youngest <= maximumAge);
    }

    private boolean isOpenThen(Service service) {
        return (day == null && startTime == null && endTime == null)
                || service.schedules().stream().anyMatch(this::isOpenThen);
    }

    /** Times are written like 09:30, so that they compare as text. */
    private boolean isOpenThen(Schedule schedule) {
        return (day == null || List.of(schedule.byday().split(",", -1)).contains(day.toUpperCase(Locale.ROOT)))
                && (startTime == null || schedule.opensAt().compareTo(startTime) <= 0)
                && (endTime == null || schedule.closesAt().compareTo(endTime) >= 0);
    }

    private static Instant moment(String written) {
        try {
            return written.length() == 10
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(written.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "Correct what 'errors' names.")
                    .errors(List.of(new FieldError("modified_after", "must be a date or a time with its offset")))
                    .exception();
        }
    }
}
