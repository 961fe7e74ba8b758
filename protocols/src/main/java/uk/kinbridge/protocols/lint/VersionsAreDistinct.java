package uk.kinbridge.protocols.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.pack.Extension;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;

/** A version exists once: cases pin it. */
final class VersionsAreDistinct {

    private VersionsAreDistinct() {}

    static List<Problem> look(List<Source<Pack>> sources) {
        Set<Extension> seen = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (Source<Pack> source : sources) {
            Pack pack = source.value();
            if (!seen.add(new Extension(pack.pack(), pack.version()))) {
                problems.add(new Problem(
                        source.at(pack),
                        "Version %d of '%s' exists already in another file; a changed protocol is a new version."
                                .formatted(pack.version(), pack.pack())));
            }
        }
        return problems;
    }
}
