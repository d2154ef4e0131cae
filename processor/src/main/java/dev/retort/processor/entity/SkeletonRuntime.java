package dev.retort.processor.entity;

import java.util.function.Consumer;

/** What the code of skeletons calls. Public for no other reason than that: skeletons live in another class loader. */
public final class SkeletonRuntime {

    private SkeletonRuntime() {}

    /** Somebody asked a skeleton to do something. */
    static final class MissingCode extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String className;

        MissingCode(String className, String method) {
            super("the code of " + className + "." + method + " is not there while its sources are compiled");
            this.className = className;
        }

        String className() {
            return className;
        }
    }

    /**
     * Called in the place of a body that is not there. The loader is told as well: Hibernate goes on after some
     * exceptions (those of generators, {@code InFlightMetadataCollectorImpl}), and the model would be wrong without a word.
     *
     * @return the exception to throw
     */
    public static RuntimeException missing(Class<?> skeleton, String method) {
        MissingCode missing = new MissingCode(skeleton.getName(), method);
        if (skeleton.getClassLoader() instanceof Listener listener) {
            listener.missed().accept(missing);
        }
        return missing;
    }

    /** The loader of skeletons. */
    interface Listener {
        Consumer<MissingCode> missed();
    }

    /** {@code Object.equals}, for records, whose superclass has none to call. */
    public static boolean same(Object one, Object other) {
        return one == other;
    }
}
