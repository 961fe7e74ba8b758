package uk.kinbridge.protocols.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.kinbridge.protocols.model.Timeline.Timelines;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.PackFiles;
import uk.kinbridge.protocols.reading.Problem;
import uk.kinbridge.protocols.reading.Source;
import uk.kinbridge.protocols.reading.StrictYaml;
import uk.kinbridge.protocols.time.BankHolidays;

/** The worked timelines that are shipped with the packs. */
public final class TimelineFiles {

    private TimelineFiles() {}

    public static Source<Timelines> read(String file, String yaml) {
        return StrictYaml.read(file, yaml, Timelines.class);
    }

    public static Optional<Source<Timelines>> shipped(Pack pack) {
        String file = "timelines/%s-%d.yaml".formatted(pack.pack(), pack.version());
        return PackFiles.shippedText(file).map(text -> read("packs/" + file, text));
    }

    /** Those of a folder, in the order of their names. */
    public static List<Source<Timelines>> in(Path folder) throws IOException {
        List<Source<Timelines>> timelines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                timelines.add(read(file.toString(), Files.readString(file)));
            }
        }
        return timelines;
    }

    /** Where a pack and its shipped timelines disagree. */
    public static List<Problem> problems(Pack whole) {
        return shipped(whole)
                .map(timelines -> TimelinePlayer.play(timelines, whole, BankHolidays.shipped()))
                .orElse(List.of());
    }
}
