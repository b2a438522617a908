package org.twinlease.transport;

/// Exchanges that wait for an answer, oldest first. All wait equally long, so the queue is in the
/// order of its deadlines. An entry whose exchange has gone on since is passed over by its owner.
final class Flights {
    private int[] clients = new int[1_024];
    private int[] steps = new int[1_024];
    private long[] deadlines = new long[1_024];
    private int head;
    private int size;

    void add(int client, int step, long deadline) {
        if (size == clients.length) grow();
        int at = (head + size++) & (clients.length - 1);
        clients[at] = client;
        steps[at] = step;
        deadlines[at] = deadline;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int client() {
        return clients[head];
    }

    int step() {
        return steps[head];
    }

    long deadline() {
        return deadlines[head];
    }

    void remove() {
        head = (head + 1) & (clients.length - 1);
        size--;
    }

    private void grow() {
        int[] moreClients = new int[clients.length * 2];
        int[] moreSteps = new int[clients.length * 2];
        long[] moreDeadlines = new long[clients.length * 2];
        for (int i = 0; i < size; i++) {
            int from = (head + i) & (clients.length - 1);
            moreClients[i] = clients[from];
            moreSteps[i] = steps[from];
            moreDeadlines[i] = deadlines[from];
        }
        clients = moreClients;
        steps = moreSteps;
        deadlines = moreDeadlines;
        head = 0;
    }
}
