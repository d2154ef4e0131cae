/** The demo on real databases, and its sources broken one thing at a time. */
package dev.retort.demo;
