package dev.retort.processor.diff;

import java.util.List;

/** One kind of fact that the schema at head and the model may differ in. */
interface Aspect {

    List<Difference> compare(Comparison comparison);
}
