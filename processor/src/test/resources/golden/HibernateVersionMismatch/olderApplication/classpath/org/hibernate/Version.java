package org.hibernate;

public final class Version {}
