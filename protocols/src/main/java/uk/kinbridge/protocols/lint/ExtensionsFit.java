package uk.kinbridge.protocols.lint;

import uk.kinbridge.protocols.pack.Extension;
import uk.kinbridge.protocols.pack.Pack;

/** What a pack builds on holds in the same place, and as long as the pack itself. */
final class ExtensionsFit implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Pack own = subject.own();
        for (Extension extension : own.extending()) {
            subject.all().stream()
                    .filter(pack -> pack.pack().equals(extension.pack()) && pack.version() == extension.version())
                    .forEach(parent -> compare(own, parent, extension, findings));
        }
        boolean national = own.national() || subject.ancestors().anyMatch(Pack::national);
        if (!national) {
            findings.add(
                    own,
                    "The pack builds on no national pack, so national limits would not hold; add 'extends:"
                            + " [england@1]'.");
        }
    }

    private static void compare(Pack own, Pack parent, Extension extension, Findings findings) {
        if (parent.jurisdiction() != own.jurisdiction()) {
            findings.add(
                    extension,
                    "'%s' is for %s, this pack for %s."
                            .formatted(
                                    extension,
                                    parent.jurisdiction().spoken(),
                                    own.jurisdiction().spoken()));
        }
        if (parent.effective().from().isAfter(own.effective().from())) {
            findings.add(
                    extension,
                    "'%s' comes into force only on %s, after this pack."
                            .formatted(extension, parent.effective().from()));
        }
        own.areas().stream()
                .filter(area -> !parent.national() && !parent.areas().contains(area))
                .forEach(area -> findings.add(
                        area,
                        "The area '%s' is not one of '%s', which this pack builds on.".formatted(area, extension)));
    }
}
