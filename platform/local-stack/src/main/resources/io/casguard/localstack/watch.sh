# Stops the processes named on standard input once standard input ends, newest first.
#   watch <pid> <signal>    stop it at the end, by this signal; after 10 seconds by KILL
#   forget <pid>            it has ended; its number may soon be another's
trap '' INT TERM HUP
watched=
while read -r order pid signal; do
  case $order in
    watch) watched="$pid:$signal $watched" ;;
    forget)
      kept=
      for entry in $watched; do
        [ "${entry%%:*}" = "$pid" ] || kept="$kept $entry"
      done
      watched=$kept
      ;;
  esac
done
for entry in $watched; do
  pid=${entry%%:*}
  kill -"${entry##*:}" "$pid" 2>/dev/null || continue
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -KILL "$pid" 2>/dev/null
done
