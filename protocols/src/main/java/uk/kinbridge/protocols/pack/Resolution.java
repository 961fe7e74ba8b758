package uk.kinbridge.protocols.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a pack together with those that it extends: its own entry of an id stands before the inherited one. */
final class Resolution {

    private final Map<Extension, Pack> written = new HashMap<>();

    Resolution(Collection<Pack> packs) {
        packs.forEach(pack -> written.put(new Extension(pack.pack(), pack.version()), pack));
    }

    Pack of(Pack pack) {
        // Woven last: what a pack asks of every pathway stands before what it inherits, on inherited pathways too.
        return woven(of(pack, Set.of()));
    }

    private Pack of(Pack pack, Set<Extension> below) {
        Pack whole = pack;
        for (Extension extension : pack.extending()) {
            Set<Extension> path = new HashSet<>(below);
            Pack parent = written.get(extension);
            if (parent == null) {
                throw new UnresolvedPackException(
                        pack, extension, "extends %s, which is not there".formatted(extension));
            }
            if (!path.add(extension)) {
                throw new UnresolvedPackException(
                        pack, extension, "extends %s, which extends it in turn".formatted(extension));
            }
            whole = join(whole, of(parent, path));
        }
        return filledIn(whole);
    }

    /** Puts the sections that forms share into the forms themselves. */
    private static Pack filledIn(Pack pack) {
        List<FormSection> shared = pack.assessing().sections();
        return pack.withForms(pack.assessing().forms().stream()
                .map(form -> form.withSections(joined(
                        form.sections(),
                        form.includes().stream()
                                .flatMap(id -> shared.stream()
                                        .filter(section -> section.id().equals(id)))
                                .toList())))
                .toList());
    }

    private static Pack join(Pack own, Pack parent) {
        return new Pack(
                own.pack(),
                own.version(),
                own.title(),
                own.protocol(),
                own.national(),
                own.extending(),
                own.source(),
                own.areas(),
                own.jurisdiction(),
                own.effective(),
                own.status(),
                own.hours() == null ? parent.hours() : own.hours(),
                agencies(own, parent),
                joined(own.pathways(), parent.pathways()),
                Stream.concat(own.everyPathway().stream(), parent.everyPathway().stream())
                        .distinct()
                        .toList(),
                joined(own.clocks(), parent.clocks()),
                joined(own.notices(), parent.notices()),
                practice(own.practice(), parent.practice()),
                assessing(own.assessing(), parent.assessing()),
                ladder(own.ladder(), parent.ladder()),
                joined(own.contacts(), parent.contacts()),
                joined(own.uncovered(), parent.uncovered()),
                joined(own.links(), parent.links()),
                joined(own.glossary(), parent.glossary()),
                own.keptElsewhere());
    }

    /** Rungs belong together, so a ladder stands as it is; only what it leaves unsaid about immediate risk is inherited. */
    private static @Nullable Ladder ladder(@Nullable Ladder own, @Nullable Ladder parent) {
        if (own == null || parent == null) {
            return own == null ? parent : own;
        }
        return own.urgency() == null ? own.with(parent.urgency()) : own;
    }

    private static Practice practice(Practice own, Practice parent) {
        return new Practice(
                joined(own.routes(), parent.routes()),
                joined(own.records(), parent.records()),
                joined(own.sharing(), parent.sharing()),
                joined(own.concerns(), parent.concerns()),
                joined(own.assessments(), parent.assessments()),
                joined(own.appointments(), parent.appointments()),
                joined(own.meetings(), parent.meetings()),
                joined(own.plans(), parent.plans()),
                joined(own.closures(), parent.closures()),
                joined(own.prompts(), parent.prompts()));
    }

    /** A form of the pack's own stands in the place of an inherited one of its kind, not beside it. */
    private static Assessing assessing(Assessing own, Assessing parent) {
        List<Form> others = parent.forms().stream()
                .filter(form -> own.forms().stream().noneMatch(mine -> mine.kind() == form.kind()))
                .toList();
        return new Assessing(
                joined(own.sections(), parent.sections()),
                joined(like(own.forms(), parent.forms()), others),
                joined(own.risk(), parent.risk()));
    }

    /** What another form asks is asked in a form that is like it, after what it asks itself. */
    private static List<Form> like(List<Form> own, List<Form> inherited) {
        return own.stream()
                .map(form -> inherited.stream()
                        .filter(other -> other.reference().equals(form.like()))
                        .findFirst()
                        .map(other -> form.withSections(joined(form.sections(), other.sections())))
                        .orElse(form))
                .toList();
    }

    private static List<Agency> agencies(Pack own, Pack parent) {
        return Stream.concat(
                        own.agencies().stream(),
                        parent.agencies().stream()
                                .filter(agency -> own.agency(agency.id()).isEmpty()))
                .toList();
    }

    private static <T extends Entry> List<T> joined(List<T> own, List<T> inherited) {
        List<T> joined = new ArrayList<>(own);
        inherited.stream()
                .filter(entry -> own.stream().noneMatch(mine -> mine.id().equals(entry.id())))
                .forEach(joined::add);
        return List.copyOf(joined);
    }

    /** Puts what holds on every pathway into such an agency onto the pathways themselves. */
    private static Pack woven(Pack pack) {
        if (pack.everyPathway().isEmpty()) {
            return pack;
        }
        List<Pathway> pathways = pack.pathways().stream()
                .map(pathway -> {
                    var parts = pack.everyPathway().stream()
                            .filter(every -> every.holdsOn(pathway))
                            .toList();
                    return pathway.with(joined(pathway.clocks(), limits(parts)), told(pathway, parts));
                })
                .toList();
        return pack.withPathways(pathways);
    }

    private static List<Clock> limits(List<EveryPathway> parts) {
        return parts.stream().flatMap(every -> every.clocks().stream()).toList();
    }

    /** A part that stands further away tells only those whom nothing nearer tells of the same event. */
    private static List<Notice> told(Pathway pathway, List<EveryPathway> parts) {
        var events = pathway.told();
        var told = pathway;
        for (EveryPathway part : parts) {
            var nearer = told;
            List<Notice> more = part.notices().stream()
                    .filter(notice -> events.contains(notice.on()))
                    .map(notice -> notice.onlyTo(notice.to().stream()
                            .filter(party -> MustHear.canBeTold(party.side(), pathway))
                            .filter(party -> !nearer.tells(party.side(), notice.on()))
                            .toList()))
                    .filter(notice -> !notice.to().isEmpty())
                    .toList();
            told = told.with(told.clocks(), joined(told.notices(), more));
        }
        return told.notices();
    }
}
