package uk.kinbridge.directory.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.kinbridge.directory.practitioner.Practitioners;
import uk.kinbridge.platform.web.problem.Problem.FieldError;
import uk.kinbridge.protocols.pack.AgencyRole;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Telephone;
import uk.kinbridge.protocols.time.OpeningHours;

/** What must be true of an agency's entry beyond the form of its fields; every fault is named with its place. */
@Component
class AgencyChecks {

    private final AgencyBook agencies;
    private final Practitioners practitioners;

    AgencyChecks(AgencyBook agencies, Practitioners practitioners) {
        this.agencies = agencies;
        this.practitioners = practitioners;
    }

    List<FieldError> basics(String role, @Nullable String openingHours) {
        var faults = new Faults();
        if (Stream.of(AgencyRole.values()).noneMatch(known -> known.word().equals(role))) {
            faults.add(
                    "role",
                    "must be one of "
                            + String.join(
                                    ", ",
                                    Stream.of(AgencyRole.values())
                                            .map(AgencyRole::word)
                                            .toList()));
        }
        faults.hours("openingHours", openingHours);
        return faults.found;
    }

    List<FieldError> teams(List<Team> teams) {
        var faults = new Faults();
        for (int i = 0; i < teams.size(); i++) {
            faults.telephone("items[" + i + "].telephone", teams.get(i).telephone());
        }
        faults.unique(teams.stream().map(Team::id).toList());
        return faults.found;
    }

    List<FieldError> services(List<Offer> services) {
        var faults = new Faults();
        for (int i = 0; i < services.size(); i++) {
            Offer offer = services.get(i);
            String at = "items[" + i + "].";
            faults.telephone(at + "telephone", offer.telephone());
            faults.hours(at + "openingHours", offer.openingHours());
            offer.needs().stream()
                    .filter(need -> Stream.of(Need.values())
                            .noneMatch(known -> known.word().equals(need)))
                    .forEach(need -> faults.add(at + "needs", "'" + need + "' is not a need of /api/contacts/needs"));
        }
        faults.unique(services.stream().map(Offer::id).toList());
        return faults.found;
    }

    List<FieldError> contacts(List<ContactPoint> contacts) {
        var faults = new Faults();
        for (int i = 0; i < contacts.size(); i++) {
            ContactPoint contact = contacts.get(i);
            faults.telephone("items[" + i + "].telephone", contact.telephone());
            faults.hours("items[" + i + "].openingHours", contact.openingHours());
            if (contact.telephone() == null && contact.secureEmail() == null && contact.addressLines() == null) {
                faults.add("items[" + i + "]", "needs a telephone number, a secure e-mail address or an address");
            }
        }
        faults.unique(contacts.stream().map(ContactPoint::id).toList());
        return faults.found;
    }

    List<FieldError> responsibilities(String agency, List<Responsibility> responsibilities) {
        var faults = new Faults();
        for (int i = 0; i < responsibilities.size(); i++) {
            faults.person("items[" + i + "].username", responsibilities.get(i).username(), agency);
        }
        return faults.found;
    }

    List<FieldError> links(String agency, List<LinkPractitioner> links) {
        var faults = new Faults();
        for (int i = 0; i < links.size(); i++) {
            faults.person("items[" + i + "].username", links.get(i).username(), agency);
            String other = links.get(i).toAgency();
            if (other.equals(agency)
                    || agencies.all().stream().noneMatch(known -> known.id().equals(other))) {
                faults.add("items[" + i + "].toAgency", "'" + other + "' is not another agency of the directory");
            }
        }
        return faults.found;
    }

    List<FieldError> rota(String agency, List<Shift> rota) {
        var faults = new Faults();
        for (int i = 0; i < rota.size(); i++) {
            faults.person("items[" + i + "].username", rota.get(i).username(), agency);
            faults.order("items[" + i + "].to", rota.get(i).from(), rota.get(i).to());
        }
        return faults.found;
    }

    List<FieldError> absences(String agency, List<Absence> absences) {
        var faults = new Faults();
        for (int i = 0; i < absences.size(); i++) {
            Absence absence = absences.get(i);
            faults.person("items[" + i + "].username", absence.username(), agency);
            faults.order("items[" + i + "].to", absence.from(), absence.to());
            if (absence.delegate() != null) {
                faults.person("items[" + i + "].delegate", absence.delegate(), agency);
            }
            if (absence.username().equals(absence.delegate())) {
                faults.add("items[" + i + "].delegate", "must be somebody else");
            }
        }
        return faults.found;
    }

    private final class Faults {

        private final List<FieldError> found = new ArrayList<>();

        void add(String field, String detail) {
            found.add(new FieldError(field, detail));
        }

        void telephone(String field, @Nullable String number) {
            try {
                if (number != null) {
                    new Telephone(number);
                }
            } catch (IllegalArgumentException wrong) {
                add(field, String.valueOf(wrong.getMessage()));
            }
        }

        void hours(String field, @Nullable String hours) {
            try {
                if (hours != null) {
                    OpeningHours.parse(hours);
                }
            } catch (IllegalArgumentException wrong) {
                add(field, String.valueOf(wrong.getMessage()));
            }
        }

        void order(String field, Instant from, Instant to) {
            if (!to.isAfter(from)) {
                add(field, "must be after the beginning");
            }
        }

        /** Before the sign-in service has answered for the first time nobody is known, and nobody can be refused. */
        void person(String field, String username, String agency) {
            if (practitioners.isKnown()
                    && practitioners.activeIn(agency, username).isEmpty()) {
                add(field, "'" + username + "' is not an active account of this agency in the sign-in service");
            }
        }

        void unique(List<String> ids) {
            for (int i = 0; i < ids.size(); i++) {
                if (ids.indexOf(ids.get(i)) < i) {
                    add("items[" + i + "].id", "'" + ids.get(i) + "' is there twice");
                }
            }
        }
    }
}
