/** Help for the tests of applications that migrate their databases with Retort. */
@NullMarked
package dev.retort.test;

import org.jspecify.annotations.NullMarked;
