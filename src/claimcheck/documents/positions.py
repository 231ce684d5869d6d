"""Offsets into a source and back from lines and columns, as editors count them."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """The lines of one source whose line ends are ``\\n`` (as ``read_text`` leaves them).

    Lines and columns are 1-based and count code points, offsets are 0-based. Only ``\\n`` ends a line:
    the other separators of Unicode are characters like any other, as they are to editors and to git.
    """

    __slots__ = ("_starts", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._starts = [0]
        at = source.find("\n")
        while at != -1:
            self._starts.append(at + 1)
            at = source.find("\n", at + 1)

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``, which may also be the end of the source."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a line and column. A line behind the last one is the end of the source."""
        if line > len(self._starts):
            return len(self.source)
        return self._starts[line - 1] + column - 1

    def text(self, line: int) -> str:
        """The line without its end."""
        return self.source[self.offset(line) : self.end(line)]

    def end(self, line: int) -> int:
        """The offset of the end of ``line``, before its ``\\n``."""
        if line >= len(self._starts):
            return len(self.source)
        return self._starts[line] - 1
