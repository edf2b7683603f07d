h=$(printf '%032d' 0); n=0
while IFS= read -r line; do n=$((n + 1)); before=${line%%',"h":'*}; after=${line#*',"h":"'}
  h=$(printf '%s%s' "$h" "$before" | sha256sum | cut -c1-32)
  [ "$h" = "${after%%\"*}" ] || { echo "line $n is damaged"; exit 4; }
done < "$1"
echo "$n lines, head $h"
