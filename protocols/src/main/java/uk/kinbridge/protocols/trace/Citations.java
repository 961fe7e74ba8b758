package uk.kinbridge.protocols.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the code, the tests and the worked timelines of a source tree name an obligation. */
final class Citations {

    private static final Pattern ID = Pattern.compile("\\b[A-Z]{3}-\\d{2}\\b");
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "node_modules", ".kinbridge", "docs");
    private static final Set<String> KINDS = Set.of("java", "yaml", "json", "html", "sh", "py");
    private static final String PACKS = "protocols/src/main/resources/packs/";
    private static final String REGISTER = "protocols/src/main/resources/obligations.yaml";
    private static final String FIXTURES = "protocols/src/test/resources/lint/";

    private final Map<String, Set<String>> code = new TreeMap<>();
    private final Map<String, Set<String>> proofs = new TreeMap<>();

    private Citations() {}

    static Citations in(Path root) {
        var citations = new Citations();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean out = !folder.equals(root)
                            && LEFT_OUT.contains(folder.getFileName().toString());
                    return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    citations.file(root.relativize(file).toString().replace('\\', '/'), file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return citations;
    }

    /** Files of the tree, relative to its root. */
    Set<String> codeOf(String obligation) {
        return code.getOrDefault(obligation, Set.of());
    }

    /** Tests and worked timelines. */
    Set<String> proofsOf(String obligation) {
        return proofs.getOrDefault(obligation, Set.of());
    }

    private void file(String name, Path file) throws IOException {
        boolean test = name.contains("src/test/") || name.startsWith("acceptance/") || name.contains("/timelines/");
        boolean pack = name.startsWith(PACKS) && !test;
        boolean wanted = KINDS.contains(name.substring(name.lastIndexOf('.') + 1)) && name.contains("/");
        if (!wanted || pack || name.equals(REGISTER) || name.startsWith(FIXTURES)) {
            return;
        }
        Matcher ids = ID.matcher(text(file));
        while (ids.find()) {
            (test ? proofs : code)
                    .computeIfAbsent(ids.group(), _ -> new TreeSet<>())
                    .add(name);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return "";
        }
    }
}
