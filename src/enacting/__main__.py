"""`python -m enacting` is the command `enacting`; the process in which pages are set in type starts here too."""

import sys

from enacting.typesetting.worker import COMMAND, serve

if sys.argv[1:] == [COMMAND]:
    serve()
else:
    from enacting.cli import main

    sys.exit(main())
