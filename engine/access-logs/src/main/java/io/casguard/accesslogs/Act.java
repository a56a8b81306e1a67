package io.casguard.accesslogs;

/// What a request asks for, as far as its path tells.
enum Act {
  /// The service itself.
  SERVICE,
  /// `/exchange`, `/public`, `/exchweb`: the paths of Exchange 2003.
  LEGACY_PATH,
  /// `/owa/proxyLogon.owa`: a first server logs a user on to a second one.
  PROXY_LOGON,
  /// `/Microsoft-Server-ActiveSync/Proxy`: where proxied devices land from SP1 on.
  PROXY_DIRECTORY,
  /// `/owa/casredirect.aspx`: the page with a link to another address.
  REDIRECT_PAGE,
  /// `/owa/auth`: the logon form.
  LOGON_FORM,
  /// What every server answers itself: `/owa/8.3...`, the OPTIONS of a device.
  RESOURCE
}
