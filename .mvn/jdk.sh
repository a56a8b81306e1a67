# shellcheck shell=sh
# Sourced by mvnw and casguard: leaves JAVA_HOME at a JDK 25 or newer, or ends with what to install.

# Prints the feature release of the JDK in folder $1, 0 where there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  said=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$said" ] || said=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "${said:-0}"
}

# A fitting JAVA_HOME is taken as it is; otherwise the oldest that fits, since 25 is what casguard is tested with.
find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_release "$JAVA_HOME")" -ge 25 ]; then
    export JAVA_HOME
    return
  fi
  found='' found_release=0
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=''
  on_macos=$(/usr/libexec/java_home -v 25+ 2>/dev/null) || on_macos=''
  for candidate in "${on_path%/bin/javac}" "$on_macos" /usr/lib/jvm/* /opt/java/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/*; do
    [ -n "$candidate" ] || continue
    release=$(jdk_release "$candidate")
    if [ "$release" -ge 25 ] && { [ -z "$found" ] || [ "$release" -lt "$found_release" ]; }; then
      found=$candidate found_release=$release
    fi
  done
  if [ -z "$found" ]; then
    cat >&2 <<'MESSAGE'
casguard needs a JDK 25 or newer, and none was found: not in JAVA_HOME, on the PATH, in /usr/lib/jvm, /opt/java
or SDKMAN, nor by macOS' java_home. Install one (a Temurin 25 JDK, or `sdk install java 25-tem`), or set JAVA_HOME.
Debian 12 has no package of it.
MESSAGE
    exit 3
  fi
  JAVA_HOME=$found
  export JAVA_HOME
}

# Ends with what to install where no Maven is on the PATH.
need_maven() {
  command -v mvn >/dev/null 2>&1 && return
  echo "casguard is built with Maven 3.8.7 or newer (3.9 preferred), and no mvn is on the PATH. Install it: apt-get install maven, brew install maven, or sdk install maven." >&2
  exit 3
}

# Maven 3.8 and its libraries do what JDK 24 began to warn about; the warnings are no concern of a user.
quiet_maven() {
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
  export MAVEN_OPTS
}
