package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A build daemon compiles for days in one process: what a compilation has loaded must go when it is over. A thousand
 * models take minutes: {@code -Dretort.leak.models=1000}.
 */
class LeakTest {
    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();
    private static final long BOUND = 64L << 20;
    private static final int MODELS = Integer.getInteger("retort.leak.models", 20);

    /** Each compilation defines several classes of its own, and a validator knows them. */
    private static final String MODEL = """
            package app;
            import jakarta.persistence.*;
            import jakarta.validation.constraints.NotNull;
            @Entity class Model%1$s {
              @Id Long id;
              @NotNull Kind kind;
              @Convert(converter = Texts.class) Code code;
              enum Kind { A }
              record Code(String text) {}
              static class Texts implements AttributeConverter<Code, String> {
                public String convertToDatabaseColumn(Code code) { return code == null ? null : code.text(); }
                public Code convertToEntityAttribute(String text) { return null; }
              }
            }
            """;

    private static final String MIGRATION = """
            package app;
            import dev.retort.*;
            import dev.retort.op.*;
            @Migration(revision = "a1")
            final class Create implements SchemaMigration { public void upgrade(Operations op) {} }
            """;

    private static void compile(int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(Javac.messages(Javac.compile(MODEL.formatted(i), MIGRATION)))
                    .contains("there is no table Model" + i);
        }
    }

    /** Loaded classes, after the collector has had the chance to unload those that can go. */
    private static int settled(int wanted) {
        for (int i = 0; i < 20 && CLASSES.getLoadedClassCount() > wanted; i++) {
            System.gc();
        }
        return CLASSES.getLoadedClassCount();
    }

    @Test
    void modelsLeaveNoClassBehind() {
        compile(0, 10);
        int before = settled(0);
        long heapBefore = heap(Long.MAX_VALUE);

        compile(10, 10 + MODELS);

        // A model that is held would keep five classes.
        assertThat(settled(before + MODELS / 2) - before).isLessThan(20 + MODELS / 2);
        assertThat(heap(heapBefore + BOUND) - heapBefore).as("bytes").isLessThan(BOUND);
    }

    /**
     * In bytes, of what is reachable. Each compilation opens the jars of its class path, a megabyte in finalizable
     * objects: these take more than one collection to go.
     */
    private static long heap(long wanted) {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 20 && used > wanted; i++) {
            System.gc();
            used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
        return used;
    }

    @Test
    void classesThatAreHeldAreSeen() throws IOException {
        int before = settled(0);

        List<Class<?>> held = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            held.add(new Copies().copy());
        }

        assertThat(settled(before) - before).isGreaterThanOrEqualTo(held.size());
    }

    private static final class Copies extends ClassLoader {
        Class<?> copy() throws IOException {
            String name = SourceReadingTest.class.getName();
            try (InputStream in = LeakTest.class.getResourceAsStream("SourceReadingTest.class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
    }
}
