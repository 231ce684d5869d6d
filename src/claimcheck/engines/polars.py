"""claimcheck as a Polars expression. Needs the extra ``polars``: Polars 1.25 or later.

>>> import polars as pl
>>> from claimcheck import Checker
>>> from claimcheck.engines.polars import check
>>> posts = pl.DataFrame({"headline": ["Microsoft walks away from OpenAI", None]})
>>> checked = posts.with_columns(check("headline", Checker.default()).alias("checked"))
>>> checked["checked"].struct.field("verdict").to_list()
['contradicted', None]
"""

from __future__ import annotations

from claimcheck.checker import Checker
from claimcheck.engines.columns import FIELDS, answers

try:
    import polars as pl
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "claimcheck.engines.polars needs Polars; fix: pip install 'claimcheck-news[polars]'", name=error.name
    ) from error

_TYPES = {"score": pl.Float64, "conflict": pl.Boolean}

DTYPE = pl.Struct({field: _TYPES.get(field, pl.String) for field in FIELDS})


def check(column: str | pl.Expr, checker: Checker) -> pl.Expr:
    """A struct column (``DTYPE``) with the verdict of ``checker`` on each text of ``column``, which keeps
    the name of that column until ``alias`` gives it another.

    A null stays null. It works row by row, so it may stand in a lazy query. The query raises
    ``ClaimcheckError`` where the column holds anything but texts.
    """
    expression = pl.col(column) if isinstance(column, str) else column

    def judge(texts: pl.Series) -> pl.Series:
        rows = [row and dict(zip(FIELDS, row, strict=True)) for row in answers(checker, texts)]
        return pl.Series(texts.name, rows, dtype=DTYPE)

    return expression.map_batches(judge, return_dtype=DTYPE, is_elementwise=True)
