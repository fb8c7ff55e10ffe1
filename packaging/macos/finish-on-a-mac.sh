#!/bin/sh
# The last steps, on a Mac with the Python 3.13 of python.org: put it into the application, compile, sign, pack.
#
#   ./finish-on-a-mac.sh                              signs for this Mac only
#   ./finish-on-a-mac.sh "Developer ID Application"   signs with that identity of the keychain, to be given to others
#
# It has never been run: whoever runs it first tells us what it says, please.
set -eu
cd "$(dirname "$0")"
identity=${1:--}
app="Enacting the Commons.app"
python=/Library/Frameworks/Python.framework
inside=$app/Contents/Frameworks/Python.framework
versions=$inside/Versions

[ -d "$python/Versions/3.13" ] || {
  echo "Install Python 3.13 for macOS from python.org first." >&2
  exit 1
}
mkdir -p "$versions"
ditto "$python/Versions/3.13" "$versions/3.13"
ln -sfn 3.13 "$versions/Current"
library=$versions/3.13/lib/python3.13
rm -rf "$library/test" "$library/idlelib" "$library/tkinter" "$library/turtledemo" "$library/ensurepip" \
  "$library/site-packages" "$versions/3.13/share" "$versions/3.13/Resources/English.lproj"
mkdir "$library/site-packages"

# Every program and library names the framework by its absolute path: by the place of the application instead.
old=$python/Versions/3.13/Python
for program in "$versions/3.13/bin/python3.13" "$versions/3.13/Resources/Python.app/Contents/MacOS/Python"; do
  [ -f "$program" ] || continue
  case $program in
  */bin/*) new=@executable_path/../Python ;;
  *) new=@executable_path/../../../../Python ;;
  esac
  install_name_tool -change "$old" "$new" "$program"
done
install_name_tool -id @rpath/Python "$versions/3.13/Python"

"$versions/3.13/bin/python3.13" -I -m compileall -q --invalidation-mode unchecked-hash "$app/Contents/Resources/program/packages"
find "$app" \( -name "*.so" -o -name "*.dylib" \) -exec codesign --force --timestamp=none --sign "$identity" {} +
codesign --force --deep --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
ditto -c -k --keepParent "$app" "enacting-the-commons-macos.zip"
echo "enacting-the-commons-macos.zip is ready. To give it to others, it must still be notarised: xcrun notarytool submit."
