package uk.kinbridge.protocols.model;

import static java.util.stream.Collectors.joining;

import uk.kinbridge.protocols.pack.CaseEvent;
import uk.kinbridge.protocols.pack.Clock;
import uk.kinbridge.protocols.pack.Pack;
import uk.kinbridge.protocols.pack.Party;
import uk.kinbridge.protocols.pack.Pathway;
import uk.kinbridge.protocols.pack.PathwayState;
import uk.kinbridge.protocols.pack.StateId;
import uk.kinbridge.protocols.reading.Word;

/** A pathway as a Mermaid state diagram: who is waited for, how long, and who hears of it when it is late. */
public final class Diagram {

    private static final String NEW_LINE = "\n";

    private Diagram() {}

    /** Every pathway of a pack, as Markdown. */
    public static String of(Pack pack) {
        return pack.pathways().stream()
                .map(pathway -> "### %s%n%n```mermaid%n%s```%n".formatted(pathway.title(), of(pathway)))
                .collect(joining(NEW_LINE));
    }

    public static String of(Pathway pathway) {
        var text = new StringBuilder("stateDiagram-v2" + NEW_LINE);
        pathway.states().forEach(state -> line(text, "state \"%s\" as %s", plain(state.words()), name(state.id())));
        if (!pathway.states().isEmpty()) {
            line(text, "[*] --> %s : %s", name(pathway.states().getFirst().id()), event(pathway.firstEvent()));
        }
        pathway.states().forEach(state -> ways(text, state));
        pathway.states().forEach(state -> note(text, state, pathway));
        return text.toString();
    }

    private static void ways(StringBuilder text, PathwayState state) {
        state.on().forEach((event, next) -> line(text, "%s --> %s : %s", name(state.id()), name(next), event(event)));
        if (state.end()) {
            line(text, "%s --> [*]", name(state.id()));
        }
    }

    private static void note(StringBuilder text, PathwayState state, Pathway pathway) {
        Party responsible = state.responsible();
        if (responsible != null) {
            line(text, "note right of %s : %s carries on", name(state.id()), party(responsible));
            return;
        }
        if (state.clock() != null) {
            pathway.clock(state.clock())
                    .ifPresent(clock -> line(text, "note right of %s : %s", name(state.id()), clock(clock)));
        }
    }

    private static String clock(Clock clock) {
        String late = clock.onBreach().tell().stream().map(Diagram::party).collect(joining(" and "));
        String obligations = clock.obligations().stream().map(Object::toString).collect(joining(" "));
        return "%s within %s (%s), late tells %s".formatted(party(clock.owner()), clock.within(), obligations, late);
    }

    private static String party(Party party) {
        return spoken(party.side()) + " " + spoken(party.role());
    }

    private static String spoken(Word word) {
        return word.word().replace('-', ' ');
    }

    private static String event(CaseEvent event) {
        String word = event.word();
        return word.substring(word.indexOf('.') + 1).replace('-', ' ');
    }

    /** Mermaid takes no hyphen in a name, and a colon ends a text. */
    private static String name(StateId id) {
        return id.value().replace('-', '_');
    }

    private static String plain(String words) {
        return words.replace('"', '\'').replace(':', ',').replace(";", ",");
    }

    private static void line(StringBuilder text, String pattern, Object... values) {
        text.append("    ").append(pattern.formatted(values)).append(NEW_LINE);
    }
}
