package uk.kinbridge.protocols.model;

import java.util.List;
import java.util.Optional;
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

    /** Where a pack and its shipped timelines disagree. */
    public static List<Problem> problems(Pack whole) {
        return shipped(whole)
                .map(timelines -> TimelinePlayer.play(timelines, whole, BankHolidays.shipped()))
                .orElse(List.of());
    }
}
