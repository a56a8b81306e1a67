package io.casguard.notification.receiver;

import io.casguard.notification.webhook.Secret;

/// One webhook.
///
/// @param name of it, among the receivers
/// @param url that messages are posted to
public record Receiver(String name, String url, Secret secret) {}
