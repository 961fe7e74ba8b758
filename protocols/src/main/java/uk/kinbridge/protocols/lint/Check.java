package uk.kinbridge.protocols.lint;

/** One thing that has to be true of every pack. */
interface Check {

    void look(Subject subject, Findings findings);
}
