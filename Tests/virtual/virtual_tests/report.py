"""Lines about assertions, and their sum."""


class Report:
    """Counts what was asserted."""

    def __init__(self):
        self.passed = self.failed = 0

    def judge(self, sentence, wrong, figures=""):
        """One assertion: `wrong` lists what speaks against it; `figures` are shown in either case."""
        good = not wrong
        self.passed, self.failed = self.passed + good, self.failed + (not good)
        print(f"{'ok' if good else 'FAILED'} {sentence}{f' ({figures})' if figures else ''}", flush=True)
        for words in wrong[:8]:
            print(f"  {words}")
        if len(wrong) > 8:
            print(f"  and {len(wrong) - 8} more")

    def expect(self, sentence, good, figures=""):
        """One assertion that is true or not."""
        self.judge(sentence, [] if good else ["it is not so"], figures)
