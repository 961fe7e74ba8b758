package uk.kinbridge.directory.contact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.contact.Desk;
import uk.kinbridge.protocols.pack.Contact;
import uk.kinbridge.protocols.pack.Contact.Cover;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Telephone;

/**
 * One place to call, as the caller sees it.
 *
 * @param telephones in the order in which to try them
 */
record Line(
        String id,
        String name,
        List<Dialable> telephones,
        @Nullable String email,
        @Nullable List<String> address,
        @Nullable String website,
        String hours,
        List<String> obligations) {

    /** A number as people read it, and for a button that dials it. */
    record Dialable(String number, String dial) {

        static Dialable of(Telephone telephone) {
            String digits = telephone.digits();
            return new Dialable(
                    telephone.value(), "tel:" + (digits.startsWith("0") ? "+44" + digits.substring(1) : digits));
        }
    }

    /** The emergency number of the police: the same everywhere, at every hour. */
    static final Line EMERGENCY = police("police-emergency", "Police, emergency", "999");

    /** For what cannot wait and is no emergency, when nobody else answers. */
    static final Line POLICE = police("police", "Police, when it is no emergency", "101");

    static Line of(Desk desk) {
        Contact contact = desk.contact();
        return new Line(
                contact.id().value(),
                contact.name(),
                contact.telephones().stream().map(Dialable::of).toList(),
                contact.email() == null ? null : contact.email().value(),
                address(contact),
                contact.website(),
                contact.cover() == Cover.DAYTIME ? desk.hours() : inWords(contact.cover()),
                contact.obligations().stream().map(ObligationId::value).toList());
    }

    private static @Nullable List<String> address(Contact contact) {
        var address = contact.address();
        if (address == null) {
            return null;
        }
        List<String> lines = new ArrayList<>(address.lines());
        lines.add(address.postcode());
        return List.copyOf(lines);
    }

    private static String inWords(Cover cover) {
        return switch (cover) {
            case DAYTIME -> "in the daytime";
            case OUT_OF_HOURS -> "out of hours";
            case ALWAYS -> "at all hours";
        };
    }

    private static Line police(String id, String name, String number) {
        return new Line(
                id,
                name,
                List.of(Dialable.of(new Telephone(number))),
                null,
                null,
                null,
                inWords(Cover.ALWAYS),
                List.of());
    }
}
