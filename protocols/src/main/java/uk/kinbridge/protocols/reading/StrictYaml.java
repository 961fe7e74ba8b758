package uk.kinbridge.protocols.reading;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one YAML document onto a record; nothing is guessed, nothing is skipped. */
public final class StrictYaml {

    private static final int LONGEST_FILE = 2_000_000;

    private StrictYaml() {}

    public static <T extends Record> Source<T> read(String file, String text, Class<T> type) {
        return read(List.of(new Page(file, text)), type);
    }

    /** A document that is written in several files, each of which adds keys of its own to the whole. */
    public static <T extends Record> Source<T> read(List<Page> pages, Class<T> type) {
        var whole = new Pages(pages);
        Node root = compose(whole);
        List<Problem> problems = new ArrayList<>();
        var positions = new IdentityHashMap<Object, Position>();
        Object value = new Binder(whole, problems, positions).bind(root, Shape.of(type));
        if (value == null || !problems.isEmpty()) {
            throw new UnreadableException(problems);
        }
        return new Source<>(type.cast(value), whole.start(), positions);
    }

    private static Node compose(Pages pages) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_FILE);
        options.setMaxAliasesForCollections(0);
        @Nullable Node root;
        try {
            root = new Yaml(options).compose(new StringReader(pages.text()));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw unreadable(pages, line, "This is not well-formed YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            throw unreadable(
                    pages,
                    1,
                    "This cannot be read (references such as &a and *a are not used in packs): " + e.getMessage()
                            + ".");
        }
        if (root == null) {
            throw unreadable(pages, 1, "The file is empty.");
        }
        return root;
    }

    private static UnreadableException unreadable(Pages pages, int line, String sentence) {
        return new UnreadableException(List.of(new Problem(pages.at(line), sentence)));
    }
}
