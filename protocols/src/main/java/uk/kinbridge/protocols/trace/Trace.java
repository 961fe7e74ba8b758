package uk.kinbridge.protocols.trace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.kinbridge.protocols.obligation.Obligation;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Entries;
import uk.kinbridge.protocols.pack.KeptElsewhere;
import uk.kinbridge.protocols.pack.ObligationId;
import uk.kinbridge.protocols.pack.Pack;

/** Every obligation with its pack entries, the code that keeps it and the tests that prove it. */
public final class Trace {

    private static final int MOST_LINKS = 8;

    private final Obligations obligations;
    private final Citations citations;
    private final Map<ObligationId, List<String>> entries;
    private final Map<ObligationId, String> elsewhere;

    private Trace(Obligations obligations, List<Pack> packs, Citations citations) {
        this.obligations = obligations;
        this.citations = citations;
        this.entries = entries(packs);
        this.elsewhere = new HashMap<>();
        for (Pack pack : packs) {
            for (KeptElsewhere kept : pack.keptElsewhere()) {
                elsewhere.put(kept.obligation(), "%s: %s".formatted(kept.feature(), kept.reason()));
            }
        }
    }

    /** Of a source tree; packs as they were written. */
    public static Trace of(Obligations obligations, List<Pack> packs, Path root) {
        return new Trace(obligations, packs, Citations.in(root));
    }

    /** How much of a protocol is kept where. */
    public record Total(String protocol, int obligations, int inPacks, int elsewhere, int inCode, int proved) {

        @Override
        public String toString() {
            return "%s  %3d obligations  %3d in packs  %3d kept elsewhere  %3d in code  %3d proved by tests"
                    .formatted(protocol, obligations, inPacks, elsewhere, inCode, proved);
        }
    }

    public List<Total> totals() {
        return obligations.protocols().keySet().stream().map(this::total).toList();
    }

    /**
     * A line for each obligation: its first pack entry, or why it is none.
     *
     * @param which a protocol such as {@code SAL} or one obligation such as {@code SAL-04}; empty for all
     */
    public List<String> lines(String which) {
        return obligations.all().stream()
                .filter(o -> which.isEmpty()
                        || o.id().value().equals(which)
                        || o.id().value().startsWith(which + "-"))
                .map(o -> "%-7s %s".formatted(o.id().value(), where(o.id(), which.contains("-"))))
                .toList();
    }

    private String where(ObligationId id, boolean everything) {
        List<String> found = entries.getOrDefault(id, List.of());
        if (found.isEmpty()) {
            String reason = elsewhere.get(id);
            return reason == null ? "not yet" : "no pack data, " + reason;
        }
        String more = found.size() == 1 ? "" : "  (and %d more)".formatted(found.size() - 1);
        return everything ? String.join("%n        ".formatted(), found) : found.getFirst() + more;
    }

    /** The page docs/traceability.md. */
    public String markdown() {
        var page = new StringBuilder("""
                # Traceability

                Generated from the obligations, the packs, the code and the tests by `./kinbridge trace`; do not edit.
                For every obligation: where it is kept, what proves it, or "not yet".

                | protocol | obligations | in packs | kept elsewhere | in code | proved by tests |
                |---|---|---|---|---|---|
                """);
        totals().forEach(total -> page.append("| %s | %d | %d | %d | %d | %d |%n"
                .formatted(
                        total.protocol(),
                        total.obligations(),
                        total.inPacks(),
                        total.elsewhere(),
                        total.inCode(),
                        total.proved())));
        obligations.protocols().forEach((id, protocol) -> {
            page.append("%n## %s: %s%n%n".formatted(id, protocol.title()));
            page.append("| obligation | must | pack | code | proof |\n|---|---|---|---|---|\n");
            obligations.of(id).forEach(obligation -> page.append(row(obligation)));
        });
        return page.toString();
    }

    private String row(Obligation obligation) {
        String id = obligation.id().value();
        String pack = entries.getOrDefault(obligation.id(), List.of()).stream()
                .map("`%s`"::formatted)
                .collect(joining("<br>"));
        String kept = pack.isEmpty() ? elsewhere.getOrDefault(obligation.id(), "not yet") : pack;
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        id,
                        obligation.must().replace("|", "\\|"),
                        kept,
                        links(citations.codeOf(id)),
                        links(citations.proofsOf(id)));
    }

    private static String links(Set<String> files) {
        if (files.isEmpty()) {
            return "not yet";
        }
        List<String> links = new ArrayList<>(files.stream()
                .limit(MOST_LINKS)
                .map(file -> "[%s](../%s)".formatted(shortName(file), file))
                .toList());
        if (files.size() > MOST_LINKS) {
            links.add("and %d more".formatted(files.size() - MOST_LINKS));
        }
        return String.join("<br>", links);
    }

    private static String shortName(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".java") ? name.substring(0, name.length() - ".java".length()) : name;
    }

    private Total total(String protocol) {
        List<ObligationId> ids =
                obligations.of(protocol).stream().map(Obligation::id).toList();
        return new Total(
                protocol,
                ids.size(),
                count(ids, entries::containsKey),
                count(ids, elsewhere::containsKey),
                count(ids, id -> !citations.codeOf(id.value()).isEmpty()),
                count(ids, id -> !citations.proofsOf(id.value()).isEmpty()));
    }

    private static int count(List<ObligationId> ids, java.util.function.Predicate<ObligationId> what) {
        return Math.toIntExact(ids.stream().filter(what).count());
    }

    private static Map<ObligationId, List<String>> entries(List<Pack> packs) {
        return packs.stream()
                .flatMap(pack -> Entries.of(pack).stream()
                        .flatMap(placed -> placed.entry().obligations().stream()
                                .map(id -> Map.entry(id, pack.pack() + " " + placed.path()))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }
}
