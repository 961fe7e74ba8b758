package uk.kinbridge.escalation.disagreement;

class InMemoryDisagreementsTest extends DisagreementsContract {

    private final Disagreements disagreements = new InMemoryDisagreements();

    @Override
    protected Disagreements disagreements() {
        return disagreements;
    }
}
