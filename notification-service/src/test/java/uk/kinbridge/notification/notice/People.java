package uk.kinbridge.notification.notice;

import java.util.Set;
import uk.kinbridge.platform.security.Caller;
import uk.kinbridge.platform.security.Role;

/** The people of the tests; all of them are made up. */
public final class People {

    public static final String DRUG_TREATMENT = "hackney-drug-treatment";
    public static final String ALCOHOL_TREATMENT = "hackney-alcohol-treatment";

    private People() {}

    /** The Safeguarding Lead to whom most notices go. */
    public static Caller leila() {
        return person("leila.haddad", "Leila Haddad", DRUG_TREATMENT, Role.SAFEGUARDING_LEAD);
    }

    /** Another Safeguarding Lead of the same agency. */
    public static Caller noor() {
        return person("noor.aziz", "Noor Aziz", DRUG_TREATMENT, Role.SAFEGUARDING_LEAD);
    }

    /** The manager of the same agency. */
    public static Caller grace() {
        return person("grace.mensah", "Grace Mensah", DRUG_TREATMENT, Role.MANAGER);
    }

    public static Caller auditor() {
        return person("ada.moss", "Ada Moss", DRUG_TREATMENT, Role.AUDITOR);
    }

    /** A colleague without any part in it. */
    public static Caller tom() {
        return person("tom.brandt", "Tom Brandt", DRUG_TREATMENT, Role.PRACTITIONER);
    }

    /** The Safeguarding Lead of another agency. */
    public static Caller owen() {
        return person("owen.price", "Owen Price", ALCOHOL_TREATMENT, Role.SAFEGUARDING_LEAD);
    }

    public static Caller person(String username, String name, String agency, Role... roles) {
        return new Caller("id-of-" + username, username, name, agency, Set.of(), Set.of(roles));
    }
}
