#!/bin/sh
# Puts the game in the menu of this person's desktop, and gives it the files of sessions and boxes. `--remove` undoes it.
# Nothing is written outside the person's own folder; the folder of the game must then stay where it is.
set -eu
here=$(dirname "$(readlink -f "$0")")
data=${XDG_DATA_HOME:-$HOME/.local/share}
desktop=$data/applications/enacting-the-commons.desktop
types=$data/mime/packages/enacting-the-commons.xml

refresh() {
  if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
  if command -v update-desktop-database >/dev/null; then update-desktop-database "$data/applications" || true; fi
}

icons() { # COMMAND
  for picture in "$here"/program/share/icons/hicolor/*/*/*.png; do
    "$1" "$picture" "$data/icons/${picture#"$here/program/share/icons/"}"
  done
}
put() { mkdir -p "$(dirname "$2")"; cp "$1" "$2"; }
take() { rm -f "$2"; }

if [ "${1:-}" = --remove ]; then
  rm -f "$desktop" "$types"
  icons take
  refresh
  exit
fi
mkdir -p "$data/applications" "$data/mime/packages"
# In a desktop file, a path within quotes needs a backslash before these four, and percent signs are doubled.
program=$(printf '%s' "$here/enacting" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
PROGRAM=$program awk '/^Exec=/ { print "Exec=\"" ENVIRON["PROGRAM"] "\" %f"; next } { print }' \
  "$here/program/share/enacting-the-commons.desktop" >"$desktop.new"
mv "$desktop.new" "$desktop"
cp "$here/program/share/enacting-the-commons.xml" "$types"
icons put
refresh
