package reconcilekit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.NotificationEmitter;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The lambdas that were taken, and the context of the latest run.
 *
 * <p>A run has a fresh context. In it the realm's script is evaluated, the same that QuickJS evaluates: its
 * value is a function that makes the realm and answers the one function by which everything goes, with
 * texts. What that says is passed on unread.
 */
final class Lambdas {
    /** Where {@code ["begin", realm, settings, milliseconds, statements, stack]} has what. */
    private static final int REALM = 1;
    private static final int SETTINGS = 2;
    private static final int MILLISECONDS = 3;
    private static final int STATEMENTS = 4;
    static final int STACK = 5;

    /** How long a lambda that was stopped may go on, in a function of the language that nothing stops. */
    private static final long GRACE = 1000;

    /** How full the heap may be of what is still in use, after it was cleared up. */
    private static final double FULL = 0.85;

    private static final String REALMS_FILE = "<reconcile-kit>";
    private static final String AUTHORS_FILE = "reconcile.js";

    /** A lambda's text, and what belongs to it beside that. */
    private record Lambda(Source source, String surroundings) {}

    /** A realm that was made, in its context, and what was said there for the case that it is stopped. */
    private record Realm(Context context, Value answer, List<String> told) {}

    private final Wire wire;
    private final Engine engine;
    private final Source realm;
    private final String settings;
    private final long milliseconds;
    private final ResourceLimits limits;
    private final Map<String, Lambda> lambdas = new HashMap<>();
    private final ScheduledExecutorService watchdog =
            Executors.newScheduledThreadPool(
                    2,
                    work -> {
                        Thread thread = new Thread(work, "watchdog");
                        thread.setDaemon(true);
                        return thread;
                    });

    private Realm next;
    private Realm latest;
    /** The run that goes on now, and the limit that it met. */
    private volatile Realm running;
    private volatile String met;

    Lambdas(List<String> begin, Wire wire) {
        this.wire = wire;
        engine = Engine.newBuilder().option("engine.WarnInterpreterOnly", "false").build();
        realm = Source.newBuilder("js", begin.get(REALM), REALMS_FILE).buildLiteral();
        settings = begin.get(SETTINGS);
        milliseconds = Long.parseLong(begin.get(MILLISECONDS));
        limits =
                ResourceLimits.newBuilder()
                        .statementLimit(
                                Long.parseLong(begin.get(STATEMENTS)),
                                source -> !REALMS_FILE.equals(source.getName()))
                        .onLimit(event -> met = "steps")
                        .build();
        watchMemory();
    }

    /** A heap that is nearly full is cleared up again and again, and takes long to be too small. */
    private void watchMemory() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.isCollectionUsageThresholdSupported() && pool.isUsageThresholdSupported()) {
                pool.setCollectionUsageThreshold((long) (FULL * pool.getUsage().getMax()));
            }
        }
        NotificationEmitter full = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
        full.addNotificationListener((notification, nothing) -> stop("memory"), null, null);
    }

    /** Makes the realm of the next run, while nobody waits for it. */
    void makeReady() {
        if (next == null) {
            next = made();
        }
    }

    /** The answer to a request; no text for those that have none. */
    List<String> answer(List<String> request) {
        switch (request.get(0)) {
            case "take" -> {
                Source source = Source.newBuilder("js", request.get(2), AUTHORS_FILE).buildLiteral();
                lambdas.put(request.get(1), new Lambda(source, request.get(3)));
            }
            case "drop" -> lambdas.remove(request.get(1));
            case "run" -> {
                return run(lambdas.get(request.get(1)), request.get(2));
            }
            case "global" -> {
                return global(request.get(1));
            }
            default -> throw new IllegalArgumentException(request.get(0));
        }
        return List.of();
    }

    /** A global variable of the latest run, as JSON text. One that was stopped has none any more. */
    private List<String> global(String name) {
        try {
            return said(latest.answer.execute("global", name));
        } catch (PolyglotException | IllegalStateException stopped) {
            return List.of("said", "null");
        }
    }

    private static List<String> said(Value text) {
        return List.of("said", text.asString());
    }

    private Realm made() {
        Context context =
                Context.newBuilder("js")
                        .engine(engine)
                        .allowAllAccess(false)
                        .allowHostAccess(HostAccess.NONE)
                        .allowExperimentalOptions(true)
                        .option("js.timezone", "UTC")
                        .option("js.locale", "en-US")
                        .resourceLimits(limits)
                        .in(InputStream.nullInputStream())
                        .out(OutputStream.nullOutputStream())
                        .err(OutputStream.nullOutputStream())
                        .logHandler(OutputStream.nullOutputStream())
                        .build();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        ProxyExecutable ask =
                texts -> {
                    told.add(texts[0].asString());
                    return "null";
                };
        return new Realm(context, context.eval(realm).execute(ask, settings), told);
    }

    /** Runs a lambda as if nothing had run before. */
    private List<String> run(Lambda lambda, String call) {
        makeReady();
        Realm run = next;
        next = null;
        if (latest != null) {
            latest.context.close(true);
        }
        latest = run;
        met = null;
        running = run;
        List<Future<?>> ends =
                List.of(later(() -> stop("deadline"), 0), later(() -> giveUp(run), GRACE));
        try {
            return said(ran(run, lambda, call));
        } catch (PolyglotException stop) {
            return stopped(run, limitOf(stop), stop);
        } catch (OutOfMemoryError | LinkageError stop) {
            // A class that is first met when memory is full cannot be made; its archive was read when the engine began.
            return stopped(run, "memory", stop);
        } catch (StackOverflowError stop) {
            return stopped(run, "stack", stop);
        } finally {
            running = null;
            ends.forEach(end -> end.cancel(false));
        }
    }

    /** Does something after the deadline. */
    private Future<?> later(Runnable work, long grace) {
        return watchdog.schedule(work, milliseconds + grace, TimeUnit.MILLISECONDS);
    }

    /** Stops what runs, in the middle of it. */
    private void stop(String limit) {
        Realm run = running;
        if (run != null && met == null) {
            met = limit;
            run.context.close(true);
        }
    }

    /** Answers in place of a run that goes on all the same. The process ends with it. */
    private void giveUp(Realm run) {
        if (running != run) {
            return;
        }
        List<String> answer = stopped(run, "deadline", new IllegalStateException("it goes on"));
        answer.set(0, "left");
        try {
            wire.say(answer);
        } catch (IOException nobodyHears) {
            // Then nobody misses the answer either.
        }
        Runtime.getRuntime().halt(1);
    }

    /** What the realm says of a run, or of a lambda that does not load. */
    private static Value ran(Realm run, Lambda lambda, String call) {
        run.answer.execute("take", lambda.surroundings);
        Value thrown = evaluate(run, lambda.source);
        if (thrown != null) {
            return run.answer.execute("refuse", "", thrown);
        }
        Value failure = run.answer.execute("find", "");
        if (failure.asString().isEmpty()) {
            failure = run.answer.execute("run", call);
        }
        // The jobs of promises were done when the call returned.
        return failure.asString().isEmpty() ? run.answer.execute("tell", "") : failure;
    }

    /** Evaluates a lambda's text. What that gives is not looked at, only what it throws. */
    private static Value evaluate(Realm run, Source source) {
        try {
            run.context.eval(source);
            return null;
        } catch (PolyglotException thrown) {
            boolean isStop = thrown.isCancelled() || thrown.isResourceExhausted();
            if (isStop || thrown.getGuestObject() == null) {
                throw thrown;
            }
            return thrown.getGuestObject();
        }
    }

    private String limitOf(PolyglotException stop) {
        if (met != null) {
            return met;
        }
        if (stop.isResourceExhausted()) {
            return String.valueOf(stop.getMessage()).contains("tack overflow") ? "stack" : "memory";
        }
        boolean hadNoRoom = String.valueOf(stop.getMessage()).contains("NoClassDefFoundError");
        return stop.isInternalError() && hadNoRoom ? "memory" : "broken";
    }

    /** {@code ["stopped", limit, reason, call stack, what was told ...]}. */
    private static List<String> stopped(Realm run, String limit, Throwable stop) {
        List<String> answer = new ArrayList<>(List.of("stopped", limit, String.valueOf(stop.getMessage())));
        answer.add(stackOf(stop));
        synchronized (run.told) {
            answer.addAll(run.told);
        }
        return answer;
    }

    /** Where a lambda was stopped, in the form in which the engine prints call stacks. */
    private static String stackOf(Throwable stop) {
        StringBuilder stack = new StringBuilder();
        if (stop instanceof PolyglotException exception) {
            for (PolyglotException.StackFrame frame : exception.getPolyglotStackTrace()) {
                var place = frame.getSourceLocation();
                if (place != null && frame.isGuestFrame()) {
                    stack.append("    at ").append(frame.getRootName()).append(" (");
                    stack.append(place.getSource().getName()).append(':').append(place.getStartLine());
                    stack.append(':').append(place.getStartColumn()).append(")\n");
                }
            }
        }
        return stack.toString();
    }
}
