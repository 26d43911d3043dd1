package reconcilekit;

import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hosts GraalJS for reconcile-kit: hears requests on standard input and answers on standard output, in
 * lines that {@link Wire} describes. {@code docs/sandbox.md} lists the requests.
 */
public final class Main {
    private Main() {}

    /**
     * Answers until standard input ends, and then ends at once, whatever a lambda does.
     *
     * @param arguments none
     * @throws IOException when standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Wire wire = new Wire(System.in, new FileOutputStream(FileDescriptor.out));
        // Whatever else prints would be taken for an answer.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        BlockingQueue<List<String>> requests = new LinkedBlockingQueue<>();
        List<String> settings = wire.hear();
        if (settings != null) {
            begin(wire, settings, requests);
            for (List<String> request = wire.hear(); request != null; request = wire.hear()) {
                requests.add(request);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /** Lambdas run in a thread of their own, whose stack is as deep as the limit says. */
    private static void begin(Wire wire, List<String> settings, BlockingQueue<List<String>> requests) {
        Runnable work = () -> {
            try {
                Lambdas lambdas = new Lambdas(settings, wire);
                // What is broken shows here, before anybody counts on it.
                lambdas.makeReady();
                wire.say(List.of("ready"));
                while (true) {
                    if (requests.isEmpty()) {
                        lambdas.makeReady();
                    }
                    List<String> answer = lambdas.answer(requests.take());
                    if (!answer.isEmpty()) {
                        wire.say(answer);
                    }
                }
            } catch (Throwable fault) {
                // Nobody can go on after this, and the reason is read from standard error.
                fault.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        };
        long stack = Long.parseLong(settings.get(Lambdas.STACK));
        new Thread(null, work, "lambdas", stack).start();
    }
}
