package dev.retort.processor.entity;

import javax.lang.model.element.Element;

/**
 * Where something in the schema comes from.
 *
 * @param element what a message points at: a field, a getter, a record component, or a class
 * @param path for people, such as {@code User.nickname}, {@code Job.window.start}, or {@code User} for a class
 */
public record Origin(Element element, String path) {}
