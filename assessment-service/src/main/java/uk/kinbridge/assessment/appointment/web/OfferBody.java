package uk.kinbridge.assessment.appointment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.assessment.appointment.Mode;
import uk.kinbridge.assessment.appointment.Offer;

/**
 * One appointment that is offered.
 *
 * @param at with its offset, so that the hour that comes twice in October is said which it is
 * @param who of the services comes; whoever offers it when left out
 * @param joint agencies that are asked to come along
 */
record OfferBody(
        @NotNull OffsetDateTime at,
        @Nullable @Min(5) @Max(720) Integer minutes,
        @NotNull Mode mode,
        @Nullable @Size(max = 500) String place,
        @Nullable @Valid @Size(max = 10) List<AttendeeBody> who,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) @Pattern(regexp = "[a-z0-9-]+") String> joint) {

    private static final int AN_HOUR = 60;

    record AttendeeBody(
            @Nullable @Size(max = 100) String person,
            @NotBlank @Size(max = 200) String name,

            @NotBlank @Size(max = 100) @Pattern(regexp = "[a-z0-9-]+")
            String agency) {}

    Offer.Wanted toWanted() {
        return new Offer.Wanted(
                at.toInstant().truncatedTo(ChronoUnit.MILLIS),
                minutes == null ? AN_HOUR : minutes,
                mode,
                place,
                who == null
                        ? List.of()
                        : who.stream()
                                .map(w -> new Offer.Attendee(w.person(), w.name(), w.agency()))
                                .toList(),
                joint == null ? List.of() : joint);
    }
}
