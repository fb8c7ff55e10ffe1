#!/bin/sh
# Starts the game with the Python of this folder, wherever the folder is and whatever is installed on the system.
here=$(dirname "$(readlink -f "$0")")
exec "$here/program/python/bin/python3" -I -X utf8 -m enacting "$@"
