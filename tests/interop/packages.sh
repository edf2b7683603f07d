#!/usr/bin/env bash
# The tarball and the Debian package: made twice with the same bytes, each tried in a root that holds nothing else. As root.
. "$(dirname "$0")/common.sh"
# `dpkg` looks for what scripts of packages might call.
export PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

export SOURCE_DATE_EPOCH=1700000000
"$repo/.ci/package" "$program" "$work/once" >/dev/null
(cd / && umask 077 && LC_ALL=C TZ=Asia/Tokyo "$repo/.ci/package" "$program" "$work/again" >/dev/null)
ok 'made again, they have the same bytes' diff -r "$work/once" "$work/again"
ok 'a program that needs libraries is refused' bash -c "! '$repo/.ci/package' /bin/sh '$work/no' 2>/dev/null"
ok 'and nothing is made of it' bash -c "! ls '$work/no'/* 2>/dev/null"

quietly() { "$@" >/dev/null; }
inside() { # root, prefix, arguments: the program there, which sees nothing beside that root
  local root=$1 prefix=$2
  shift 2
  HOME=/tmp chroot "$root" "$prefix/bin/aktkoll" "$@"
}
works() { # what it is, root, prefix, folder of the completions of zsh
  local what=$1 root=$2 prefix=$3 share=$2$3/share
  ok "$what: it says its version" [ "$(inside "$root" "$prefix" --version)" = "$("$program" --version)" ]
  inside "$root" "$prefix" help --lang sv >"$work/topics"
  ok "$what: it has its handbook" grep -q '^handbok ' "$work/topics"
  mkdir -p "$root/tmp"
  printf 'case_id,unit,sex,birth_year\nNOR-01,NOR,F,1961\n' >"$root/tmp/cases.csv"
  inside "$root" "$prefix" new /tmp/review --protocol demo --cases /tmp/cases.csv >/dev/null
  inside "$root" "$prefix" /tmp/review --coder robin --lang en --keys yy --print >"$work/frame"
  ok "$what: it codes" grep -q 'done 0 of 1' "$work/frame"
  inside "$root" "$prefix" verify /tmp/review --lang en >"$work/verified"
  ok "$what: what was coded is intact" grep -q '^The ledger is intact' "$work/verified"
  rm -r "$root/tmp"
  ok "$what: man finds a command" [ -s "$(man -M "$share/man" -w aktkoll-report 2>&1)" ]
  ok "$what: man finds a topic" [ -s "$(man -M "$share/man" -w 7 aktkoll-keys 2>&1)" ]
  man -M "$share/man/sv" aktkoll-report >"$work/page" 2>/dev/null
  ok "$what: man shows it in Swedish" grep -q ANVÄNDNING "$work/page"
  ok "$what: bash completes" bash -c ". '$share/bash-completion/completions/aktkoll' && complete -p aktkoll >/dev/null"
  ok "$what: zsh completes" zsh -fc "fpath+=('$share/zsh/$4'); autoload -U compinit; compinit -u -D; [[ \$_comps[aktkoll] = _aktkoll ]]"
  fish --no-config -c ". $share/fish/vendor_completions.d/aktkoll.fish; complete -C 'aktkoll tal'" >"$work/completed"
  ok "$what: fish completes" grep -q '^tally' "$work/completed"
  ok "$what: licence and README are there" [ -s "$share/doc/aktkoll/copyright" -a -s "$share/doc/aktkoll/README.md" ]
}

deb=$(echo "$work"/once/*.deb)
root=$work/debian
mkdir -p "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/info"
touch "$root/var/lib/dpkg/status"
(cd "$root" && find . -path ./var -prune -o -print) >"$work/before"
ok 'the package is installed in an empty root' quietly dpkg --root="$root" --install "$deb"
works package "$root" /usr vendor-completions
ok 'its files are as they were packed' dpkg --root="$root" --verify aktkoll
ok 'the package is removed' quietly dpkg --root="$root" --purge aktkoll
(cd "$root" && find . -path ./var -prune -o -print) >"$work/after"
same 'and leaves nothing behind' "$work/before" "$work/after"

tarball=$(echo "$work"/once/*.tar.gz)
root=$work/unpacked
mkdir -p "$root/opt"
tar -xzf "$tarball" -C "$root/opt" --strip-components 1
works tarball "$root" /opt site-functions
block install 'sh remove' | sed 's/^    //' >"$work/remove"
ok 'the page says how to take a tarball away' [ -s "$work/remove" ]
rm -rf "$HOME/.local/share" # fish has been here
mkdir -p "$HOME/.local/bin" && touch "$HOME/.local/bin/other"
find "$HOME/.local" | sort >"$work/before"
(cd "$HOME" && tar -xzf "$tarball" -C .local --strip-components 1)
ok 'it is unpacked where the page says' quietly "$HOME/.local/bin/aktkoll" --version
(cd "$HOME" && cp "$tarball" . && bash "$work/remove")
find "$HOME/.local" | sort >"$work/after"
same 'and taken away, with nothing left but what was there' "$work/before" "$work/after"
