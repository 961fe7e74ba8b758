package uk.kinbridge.directory.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.kinbridge.protocols.contact.Desk;
import uk.kinbridge.protocols.contact.Switchboard;
import uk.kinbridge.protocols.pack.AreaId;
import uk.kinbridge.protocols.pack.Need;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Packs;
import uk.kinbridge.protocols.time.BankHolidays;
import uk.kinbridge.protocols.time.WorkingCalendar;

/** Answers the question that a worried practitioner asks at three in the morning on Boxing Day. */
final class WhomToCall {

    /** So many openings and closings ahead a change of the first contact is looked for: more than two weeks. */
    private static final int FAR_ENOUGH = 40;

    private final Packs published;
    private final BankHolidays bankHolidays;

    WhomToCall(Packs published, BankHolidays bankHolidays) {
        this.published = published;
        this.bankHolidays = bankHolidays;
    }

    Answer answer(AreaId area, Need need, Instant at) {
        return need == Need.IMMEDIATE_DANGER ? inDanger(area, at) : ordinary(area, need, at);
    }

    private Switchboard board(AreaId area, Need need, Instant at) {
        return Switchboard.of(published, area, need, at, bankHolidays);
    }

    /** The police first (SAL-27), then those who protect a child and an adult there. */
    private Answer inDanger(AreaId area, Instant at) {
        List<Line> then = Stream.of(Need.IMMEDIATE_DANGER, Need.CHILD_PROTECTION, Need.ADULT_SAFEGUARDING)
                .flatMap(need -> board(area, need, at).answeringAt(at).stream().map(Line::of))
                .filter(line -> !line.telephones().equals(Line.EMERGENCY.telephones()))
                .distinct()
                .toList();
        return new Answer(
                area.value(),
                Need.IMMEDIATE_DANGER.word(),
                at,
                Line.EMERGENCY,
                "In immediate danger the police come first, at every hour; then tell those who safeguard in this area.",
                until(
                        at,
                        moment -> Stream.of(Need.CHILD_PROTECTION, Need.ADULT_SAFEGUARDING)
                                .map(need -> board(area, need, moment))
                                .toList()),
                then,
                null,
                Answer.IN_DANGER,
                basis(board(area, Need.CHILD_PROTECTION, at)));
    }

    private Answer ordinary(AreaId area, Need need, Instant at) {
        Switchboard board = board(area, need, at);
        List<Line> open = new ArrayList<>(
                board.answeringAt(at).stream().map(Line::of).distinct().toList());
        if (Needs.cannotWait(need) && !board.isEmpty()) {
            open.add(Line.POLICE);
        }
        Optional<Desk> next = open.isEmpty() ? board.opensNext(at) : Optional.empty();
        return new Answer(
                area.value(),
                need.word(),
                at,
                open.isEmpty() ? null : open.getFirst(),
                new Reason(board, bankHolidays).at(at),
                until(at, moment -> List.of(board(area, need, moment))),
                open.isEmpty() ? List.of() : List.copyOf(open.subList(1, open.size())),
                next.map(Line::of).orElse(null),
                Answer.IN_DANGER,
                basis(board));
    }

    private interface Boards {
        List<Switchboard> at(Instant moment);
    }

    /** The first moment at which somebody else answers; also when another version of a protocol comes into force. */
    private @Nullable Instant until(Instant at, Boards boards) {
        List<List<Line>> now = lines(boards.at(at), at);
        Instant moment = at;
        for (int tried = 0; tried < FAR_ENOUGH; tried++) {
            Instant before = moment;
            Optional<Instant> change = Stream.concat(
                            boards.at(moment).stream().flatMap(board -> board.nextChangeAfter(before).stream()),
                            nextVersionAfter(before).stream())
                    .min(Instant::compareTo);
            if (change.isEmpty()) {
                return null;
            }
            moment = change.get();
            if (!lines(boards.at(moment), moment).equals(now)) {
                return moment;
            }
        }
        return null;
    }

    private static List<List<Line>> lines(List<Switchboard> boards, Instant moment) {
        return boards.stream()
                .map(board -> board.answeringAt(moment).stream().map(Line::of).toList())
                .toList();
    }

    private Optional<Instant> nextVersionAfter(Instant moment) {
        return published.all().stream()
                .flatMap(pack -> Stream.of(
                        Optional.of(pack.effective().from()),
                        Optional.ofNullable(pack.effective().to()).map(day -> day.plusDays(1))))
                .flatMap(Optional::stream)
                .map((LocalDate day) -> day.atStartOfDay(WorkingCalendar.LONDON).toInstant())
                .filter(start -> start.isAfter(moment))
                .min(Instant::compareTo);
    }

    private static List<String> basis(Switchboard board) {
        return board.packs().stream()
                .map((Pack pack) -> pack.pack() + "@" + pack.version())
                .toList();
    }
}
