"""claimcheck as a PySpark column. Needs the extra ``spark`` (PySpark 3.5 or later) and a Java.

>>> from claimcheck import Checker
>>> from claimcheck.engines.spark import check
>>> posts = posts.withColumn("checked", check("headline", Checker.default()))
>>> posts.where("checked.verdict = 'contradicted'").select("headline", "checked.quote").show()
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checker import Checker
from claimcheck.engines.columns import FIELDS, answers

try:
    import pandas as pd
    from pyspark.sql import Column
    from pyspark.sql.functions import col, pandas_udf, when
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"claimcheck.engines.spark needs {error.name}; fix: pip install 'claimcheck-news[spark]'",
        name=error.name,
    ) from error

_TYPES = {"score": "double", "conflict": "boolean"}

DDL = ", ".join(f"{field} {_TYPES.get(field, 'string')}" for field in FIELDS)

_NOTHING = (None,) * len(FIELDS)


def check(column: str | Column, checker: Checker) -> Column:
    """A struct column (``DDL``) with the verdict of ``checker`` on each text of ``column``.

    A null stays null. The rule sets travel to the workers with the query, not with its rows, and each
    Python worker makes the checker from them once (see ``Checker``); claimcheck itself must be installed
    there. A query fails with a ``PythonException`` (which ends with the message of a ``ClaimcheckError``)
    where the column holds anything but texts.
    """

    def judge(batches: Iterator[pd.Series]) -> Iterator[pd.DataFrame]:
        for texts in batches:
            rows = answers(checker, texts.astype(object).where(texts.notna(), None))
            yield pd.DataFrame([row or _NOTHING for row in rows], columns=FIELDS)

    texts = col(column) if isinstance(column, str) else column
    return when(texts.isNotNull(), pandas_udf(judge, returnType=DDL)(texts))
