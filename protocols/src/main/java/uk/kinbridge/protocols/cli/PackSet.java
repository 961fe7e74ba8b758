package uk.kinbridge.protocols.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.kinbridge.protocols.model.Timeline.Timelines;
import uk.kinbridge.protocols.model.TimelineFiles;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.reading.Source;

/**
 * The packs to look at: those that are shipped and, where given, files or folders of others with their obligations and
 * timelines. A given file stands in for the shipped one of the same name, so that an edit can be tried before a build.
 */
record PackSet(List<Source<Pack>> sources, List<Source<Timelines>> timelines, Obligations obligations) {

    private static final String REGISTER = "obligations.yaml";
    private static final String TIMELINES = "timelines";

    static PackSet of(List<String> arguments, Path here) throws IOException {
        PackSet set = shipped();
        Set<Path> folders = new HashSet<>();
        for (String argument : arguments) {
            Path given = here.resolve(argument).normalize();
            boolean whole = Files.isDirectory(given);
            Path folder = whole ? given : parent(given);
            set = set.with(whole ? PackFiles.in(given, REGISTER) : List.of(PackFiles.read(given)), List.of());
            if (folders.add(folder)) {
                set = set.with(List.of(), timelinesOf(folder)).with(registerOf(folder));
            }
        }
        return set;
    }

    static PackSet shipped() {
        List<Source<Pack>> sources = PackFiles.shipped();
        List<Source<Timelines>> timelines = sources.stream()
                .flatMap(source -> TimelineFiles.shipped(source.value()).stream())
                .toList();
        return new PackSet(sources, timelines, Obligations.shipped());
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static List<Source<Timelines>> timelinesOf(Path folder) throws IOException {
        Path examples = folder.resolve(TIMELINES);
        return Files.isDirectory(examples) ? TimelineFiles.in(examples) : List.of();
    }

    private static List<Obligations> registerOf(Path folder) throws IOException {
        Path register = folder.resolve(REGISTER);
        return Files.exists(register)
                ? List.of(Obligations.read(register.toString(), Files.readString(register)))
                : List.of();
    }

    private PackSet with(List<Source<Pack>> packs, List<Source<Timelines>> told) {
        return new PackSet(instead(sources, packs), instead(timelines, told), obligations);
    }

    private PackSet with(List<Obligations> more) {
        return more.isEmpty() ? this : new PackSet(sources, timelines, obligations.and(more.getFirst()));
    }

    private static <T> List<Source<T>> instead(List<Source<T>> of, List<Source<T>> others) {
        Set<String> names = new HashSet<>(others.stream().map(PackSet::name).toList());
        List<Source<T>> all = new ArrayList<>(
                of.stream().filter(source -> !names.contains(name(source))).toList());
        all.addAll(others);
        return all;
    }

    private static String name(Source<?> source) {
        String file = source.at(source).file();
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    Packs packs() {
        return new Packs(sources.stream().map(Source::value).toList());
    }
}
