package uk.kinbridge.directory.exchange;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import uk.kinbridge.directory.agency.Absence;
import uk.kinbridge.directory.agency.ContactPoint;
import uk.kinbridge.directory.agency.LinkPractitioner;
import uk.kinbridge.directory.agency.Offer;
import uk.kinbridge.directory.agency.Responsibility;
import uk.kinbridge.directory.agency.Shift;
import uk.kinbridge.directory.agency.Team;

/** One table of the directory: the agencies themselves, or one of the lists that each of them has. */
enum Part {
    AGENCIES("", "id,name,role,areas,openingHours"),
    TEAMS("teams", Team.class),
    SERVICES("services", Offer.class),
    CONTACTS("contacts", ContactPoint.class),
    RESPONSIBILITIES("responsibilities", Responsibility.class),
    LINK_PRACTITIONERS("linkPractitioners", LinkPractitioner.class),
    ROTA("rota", Shift.class),
    ABSENCES("absences", Absence.class);

    /** Of the items of every part, those fields that hold several values. */
    private static final List<String> SEVERAL = List.of("areas", "needs", "addressLines");

    private final String member;
    private final String headings;

    Part(String member, String headings) {
        this.member = member;
        this.headings = headings;
    }

    Part(String member, Class<? extends Record> item) {
        this(
                member,
                "agency,"
                        + Arrays.stream(item.getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(",")));
    }

    /** Its name in the JSON form of an agency. */
    String member() {
        return member;
    }

    List<String> headings() {
        return List.of(headings.split(",", -1));
    }

    static boolean holdsSeveral(String heading) {
        return SEVERAL.contains(heading);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Parts are written in addresses as everywhere else. */
    @Component
    static class InAddress implements Converter<String, Part> {

        private static final Map<String, Part> BY_WORD =
                Arrays.stream(values()).collect(Collectors.toMap(Part::word, part -> part));

        @Override
        public Part convert(String word) {
            Part part = BY_WORD.get(word);
            if (part == null) {
                throw new IllegalArgumentException("must be one of "
                        + String.join(", ", BY_WORD.keySet().stream().sorted().toList()));
            }
            return part;
        }
    }
}
