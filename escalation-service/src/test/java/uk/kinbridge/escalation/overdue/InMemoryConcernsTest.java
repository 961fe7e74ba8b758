package uk.kinbridge.escalation.overdue;

class InMemoryConcernsTest extends ConcernsContract {

    private final OverdueConcerns concerns = new InMemoryConcerns();

    @Override
    protected OverdueConcerns concerns() {
        return concerns;
    }
}
