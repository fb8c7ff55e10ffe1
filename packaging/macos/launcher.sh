#!/bin/sh
# Starts the game with the Python inside the application.
contents=$(cd "$(dirname "$0")/.." && pwd)
resources=$contents/Resources
exec "$contents/Frameworks/Python.framework/Versions/Current/bin/python3" -I -X utf8 -c \
  'import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module("enacting", run_name="__main__", alter_sys=True)' \
  "$resources/program/packages" "$@"
