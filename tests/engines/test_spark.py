"""PySpark, on a Spark of this machine with two workers: the column gives what the checker gives."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

pd = pytest.importorskip("pandas", reason="pandas is not installed (make test-extras installs it)")
pytest.importorskip("pyarrow", reason="PyArrow is not installed (make test-extras installs it)")
pytest.importorskip("pyspark", reason="PySpark is not installed (make test-extras installs it)")

from tests.engines.java import needs_java  # noqa: E402
from tests.engines.texts import TEXTS  # noqa: E402

from claimcheck import Checker  # noqa: E402
from claimcheck.engines.columns import FIELDS  # noqa: E402
from claimcheck.engines.spark import DDL, check  # noqa: E402

CHECKER = Checker.default()

# What Spark warns of in its own code is not ours to mend.
pytestmark = [needs_java, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2"}
        session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


@pytest.fixture(scope="module")
def posts(spark: Any) -> Any:
    return spark.createDataFrame(list(enumerate(TEXTS)), "n int, headline string").repartition(4)


def test_the_same_verdicts_as_the_checker(posts: Any) -> None:
    rows = posts.withColumn("checked", check("headline", CHECKER)).orderBy("n").collect()
    assert [row.headline for row in rows] == TEXTS
    expected = [
        None if text is None else {field: getattr(CHECKER.check(text), field) for field in FIELDS}
        for text in TEXTS
    ]
    assert [row.checked and row.checked.asDict() for row in rows] == expected


def test_the_type_is_known_before_it_runs(spark: Any, posts: Any) -> None:
    column = posts.select(check(posts.headline, CHECKER).alias("checked")).schema["checked"]
    assert column.dataType == spark.createDataFrame([], DDL).schema
    assert column.nullable


def test_no_row_and_only_nulls(spark: Any) -> None:
    for rows in ([], [(None,), (None,)]):
        table = spark.createDataFrame(rows, "headline string").select(check("headline", CHECKER).alias("it"))
        assert [row.it for row in table.collect()] == [None] * len(rows)


def test_a_column_of_numbers_is_told(posts: Any) -> None:
    with pytest.raises(Exception, match="the column holds int where texts are expected; fix: "):
        posts.select(check("n", CHECKER)).collect()


def test_each_worker_makes_the_checker_once(spark: Any) -> None:
    checker = Checker.from_statement("Norfield Water has not sold the Elmere reservoir.", "travels-once")

    def visit(batches: Iterator[Any]) -> Iterator[Any]:
        for _ in batches:
            checker.visits = getattr(checker, "visits", 0) + 1  # type: ignore[attr-defined]
            yield pd.DataFrame({"worker": [os.getpid()], "visits": [checker.visits]})  # type: ignore[attr-defined]

    tasks = spark.range(12).repartition(12).mapInPandas(visit, "worker long, visits long").collect()
    workers = {row.worker for row in tasks}
    assert len(tasks) > len(workers)  # a worker had several tasks ...
    assert sum(row.visits == 1 for row in tasks) == len(
        workers
    )  # ... and met a new checker in its first only
