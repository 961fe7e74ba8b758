package uk.kinbridge.protocols.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Notice;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Pathway;

/**
 * A pack under the linter.
 *
 * @param own as its file has it
 * @param whole with everything that it extends
 * @param all every pack of the set, whole
 */
record Subject(Pack own, Pack whole, List<Pack> all, Obligations obligations) {

    /** The same pathway with the limits that were woven into it. */
    Pathway woven(Pathway pathway) {
        return whole.pathway(pathway.id()).orElse(pathway);
    }

    /** Every clock that stands in the pack's own file. */
    List<Clock> ownClocks() {
        List<Clock> clocks = new ArrayList<>(own.clocks());
        own.pathways().forEach(pathway -> clocks.addAll(pathway.clocks()));
        own.everyPathway().forEach(every -> clocks.addAll(every.clocks()));
        return clocks;
    }

    /** Every notice of a referral that stands in the pack's own file. */
    List<Notice> ownNoticesOfReferrals() {
        return Stream.concat(
                        own.pathways().stream().flatMap(pathway -> pathway.notices().stream()),
                        own.everyPathway().stream().flatMap(every -> every.notices().stream()))
                .toList();
    }

    /** The packs that it builds on, near and far. */
    Stream<Pack> ancestors() {
        return ancestors(own);
    }

    private Stream<Pack> ancestors(Pack pack) {
        return pack.extending().stream()
                .flatMap(extension -> all.stream()
                        .filter(other ->
                                other.pack().equals(extension.pack()) && other.version() == extension.version()))
                .flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent)));
    }
}
