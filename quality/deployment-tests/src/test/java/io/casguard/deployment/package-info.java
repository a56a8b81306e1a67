/// The manifests of deploy/k8s as kubectl renders them: schemas, policies, cross-references.
@NullMarked
package io.casguard.deployment;

import org.jspecify.annotations.NullMarked;
