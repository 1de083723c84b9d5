"""Entry of `python3 -m virtual_unit`, which `unit run` calls."""

import sys

from virtual_unit.run import main

sys.exit(main(sys.argv[1:]))
