package uk.kinbridge.protocols.reading;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A document that is written in one file, or in several that follow one another. */
record Pages(List<Page> pages) {

    String text() {
        return pages.stream().map(Page::text).collect(joining());
    }

    /** The file and line that a person would open for a line of the whole. */
    Position at(int line) {
        int before = 0;
        for (Page page : pages.subList(0, pages.size() - 1)) {
            if (line <= before + page.lines()) {
                return new Position(page.file(), line - before);
            }
            before += page.lines();
        }
        return new Position(pages.getLast().file(), line - before);
    }

    Position start() {
        return new Position(pages.getFirst().file(), 1);
    }
}
