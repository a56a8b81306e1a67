/// What happens to a client's request: which outcome, by which clauses, on which evidence, and how
/// many people it is.
@org.jspecify.annotations.NullMarked
package io.casguard.accesspaths;
