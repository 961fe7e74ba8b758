package uk.kinbridge.directory.contact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import uk.kinbridge.platform.web.problem.Problem;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.platform.web.problem.ProblemType;
import uk.kinbridge.protocols.contact.Switchboard;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** What somebody asks, once it is understood; or what about it is not. */
sealed interface Question {

    /** Understood. */
    record Clear(AreaId area, Need need, Instant at) implements Question {}

    /** Not understood; the problem says what would be. */
    record Unclear(Problem problem) implements Question {}

    ProblemType NOBODY_NAMED = new ProblemType(
            "nobody-named",
            HttpStatus.NOT_FOUND,
            "Nobody is named for that",
            "The protocols of that area name nobody for that need. 'needs' lists those that they do answer."
                    + " In immediate danger call 999.");

    String IN_DANGER = " In immediate danger call 999.";

    static Question of(Packs packs, @Nullable String area, @Nullable String need, @Nullable String at, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Instant> moment = at == null ? Optional.of(now.truncatedTo(ChronoUnit.MINUTES)) : moment(at);
        List<String> areas = areas(packs, moment.orElse(now));
        if (area == null || !areas.contains(area)) {
            errors.add(new FieldError("area", unknown(area, areas)));
        }
        Optional<Need> known = Optional.ofNullable(need).flatMap(Needs::named);
        if (known.isEmpty()) {
            errors.add(new FieldError(
                    "need",
                    unknown(need, Stream.of(Need.values()).map(Need::word).toList())));
        }
        if (moment.isEmpty()) {
            errors.add(new FieldError("at", "is not a time; write it like 2026-12-26T03:00:00Z"));
        }
        if (area == null || known.isEmpty() || moment.isEmpty() || !errors.isEmpty()) {
            return new Unclear(Problem.of(ProblemType.INVALID_REQUEST, "See 'errors' for what to correct." + IN_DANGER)
                    .errors(errors));
        }
        return new Clear(new AreaId(area), known.get(), moment.get());
    }

    static Problem nobody(Packs packs, AreaId area, Need need) {
        return Problem.of(
                        NOBODY_NAMED,
                        "The protocols of %s name nobody for '%s'.%s".formatted(area, need.word(), IN_DANGER))
                .with("area", area.value());
    }

    /** The areas whose protocols in force name somebody for a need. */
    static List<String> areasThatName(Packs packs, Need need, Instant now, BankHolidays bankHolidays) {
        if (need == Need.IMMEDIATE_DANGER) {
            return areas(packs, now);
        }
        return areas(packs, now).stream()
                .filter(area -> !Switchboard.of(packs, new AreaId(area), need, now, bankHolidays)
                        .isEmpty())
                .toList();
    }

    static List<String> areas(Packs packs, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.LONDON);
        return packs.all().stream()
                .filter(pack -> !pack.national() && pack.effective().on(today))
                .flatMap(pack -> pack.areas().stream())
                .map(AreaId::value)
                .distinct()
                .sorted()
                .toList();
    }

    private static String unknown(@Nullable String given, List<String> known) {
        String list = known.stream().collect(Collectors.joining(", "));
        return given == null || given.isBlank()
                ? "is missing; use one of " + list
                : "'%s' is not known; use one of %s".formatted(given, list);
    }

    /** In a query a plus sign that is not escaped arrives as a space. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
