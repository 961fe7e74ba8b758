package uk.kinbridge.protocols.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.kinbridge.protocols.model.Timeline.Timelines;
import uk.kinbridge.protocols.model.TimelineFiles;
import uk.kinbridge.protocols.obligation.Obligations;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.reading.Source;

/** The packs to look at: those that are shipped and, where given, those of a folder with its obligations and timelines. */
record PackSet(List<Source<Pack>> sources, List<Source<Timelines>> timelines, Obligations obligations) {

    private static final String REGISTER = "obligations.yaml";
    private static final String TIMELINES = "timelines";

    static PackSet of(List<String> arguments, Path here) throws IOException {
        return arguments.isEmpty() ? shipped() : with(here.resolve(arguments.getFirst()));
    }

    static PackSet shipped() {
        List<Source<Pack>> sources = PackFiles.shipped();
        List<Source<Timelines>> timelines = sources.stream()
                .flatMap(source -> TimelineFiles.shipped(source.value()).stream())
                .toList();
        return new PackSet(sources, timelines, Obligations.shipped());
    }

    private static PackSet with(Path folder) throws IOException {
        PackSet shipped = shipped();
        List<Source<Pack>> sources = new ArrayList<>(shipped.sources());
        sources.addAll(PackFiles.in(folder, REGISTER));
        List<Source<Timelines>> timelines = new ArrayList<>(shipped.timelines());
        Path examples = folder.resolve(TIMELINES);
        if (Files.isDirectory(examples)) {
            timelines.addAll(TimelineFiles.in(examples));
        }
        Path register = folder.resolve(REGISTER);
        Obligations obligations = Files.exists(register)
                ? shipped.obligations().and(Obligations.read(register.toString(), Files.readString(register)))
                : shipped.obligations();
        return new PackSet(sources, timelines, obligations);
    }

    Packs packs() {
        return new Packs(sources.stream().map(Source::value).toList());
    }
}
