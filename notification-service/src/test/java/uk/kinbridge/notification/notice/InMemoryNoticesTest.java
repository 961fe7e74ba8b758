package uk.kinbridge.notification.notice;

class InMemoryNoticesTest extends NoticesContract {

    private final InMemoryNotices notices = new InMemoryNotices();
    private final InMemoryFulfilments fulfilments = new InMemoryFulfilments();

    @Override
    protected Notices notices() {
        return notices;
    }

    @Override
    protected Fulfilments fulfilments() {
        return fulfilments;
    }

    @Override
    protected Feed feed() {
        return notices;
    }

    @Override
    protected void feedAll() {}
}
