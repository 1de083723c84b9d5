"""The exit statuses of `unit run`, and the error that carries one."""

USAGE = 2
"""The command line of `unit run` itself was wrong; nothing was started."""

NOT_CUT = 123
"""--cut-after was asked, but the command ended before the power was cut."""

LIMIT = 124
"""--limit ran out (the same number as timeout(1) uses)."""

NO_BOOT = 125
"""The unit could not boot, or died before it could report the command's status."""


class UnitError(Exception):
    """A run that did not end in the command's own status; `status` is what `unit run` exits with."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
