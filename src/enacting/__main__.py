"""`python -m enacting` is the command `enacting`."""

import sys

from enacting.cli import main

sys.exit(main())
