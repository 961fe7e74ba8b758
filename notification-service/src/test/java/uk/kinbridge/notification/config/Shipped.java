package uk.kinbridge.notification.config;

import uk.kinbridge.notification.template.Phrasebook;
import uk.kinbridge.notification.template.Templates;

/** What the service ships, for tests of it. */
public final class Shipped {

    private Shipped() {}

    public static Phrasebook phrasebook() {
        return ShippedTemplates.phrasebook();
    }

    public static Templates templates() {
        return ShippedTemplates.read();
    }
}
