package io.casguard.localstack;

/// A topic and into how many partitions it is cut.
public record Topic(String name, int partitions) {}
