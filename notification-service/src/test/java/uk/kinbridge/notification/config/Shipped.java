package uk.kinbridge.notification.config;

import java.util.List;
import uk.kinbridge.notification.template.Phrasebook;
import uk.kinbridge.notification.template.Templates;

/** What the service ships, for tests of it. */
public final class Shipped {

    private Shipped() {}

    public static Phrasebook phrasebook() {
        return ShippedTemplates.phrasebook();
    }

    /** With the files of that place put beside them, as an installation that speaks another language would. */
    public static Phrasebook phrasebookAnd(String place) {
        return ShippedTemplates.phrasebook(List.of("templates", place));
    }

    public static Templates templatesAnd(String place) {
        return ShippedTemplates.read(List.of("templates", place));
    }

    public static Templates templates() {
        return ShippedTemplates.read();
    }
}
