package uk.kinbridge.protocols.lint;

import uk.kinbridge.protocols.pack.Form;

/** Assessments pin a form by its id and version: the same name always means the same questions. */
final class FormVersionsStand implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        for (Form own : subject.own().assessing().forms()) {
            Form whole = subject.whole().form(own.reference()).orElse(own);
            boolean other = subject.all().stream()
                    .flatMap(pack -> pack.form(own.reference()).stream())
                    .anyMatch(elsewhere -> !elsewhere.equals(whole));
            if (other) {
                findings.add(
                        own,
                        "'%s' exists already with other questions; a changed form is a new version."
                                .formatted(own.reference()));
            }
        }
    }
}
