"""Polars: the expression gives what the checker gives, eagerly, lazily and in a stream."""

from __future__ import annotations

import pytest

pl = pytest.importorskip("polars", reason="Polars is not installed (make test-extras installs it)")

from tests.conftest import result  # noqa: E402
from tests.engines.texts import TEXTS  # noqa: E402

from claimcheck import Checker  # noqa: E402
from claimcheck.engines.columns import FIELDS  # noqa: E402
from claimcheck.engines.polars import DTYPE, check  # noqa: E402
from claimcheck.result import Result  # noqa: E402

CHECKER = Checker.default()
POSTS = pl.DataFrame({"n": range(len(TEXTS)), "headline": TEXTS})
EXPECTED = [
    None if text is None else {field: getattr(CHECKER.check(text), field) for field in FIELDS}
    for text in TEXTS
]


def test_the_same_verdicts_as_the_checker() -> None:
    checked = POSTS.with_columns(check("headline", CHECKER).alias("checked"))
    assert checked.schema["checked"] == DTYPE
    assert checked["checked"].to_list() == EXPECTED
    assert checked["headline"].to_list() == TEXTS


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_a_lazy_query_knows_the_type_before_it_runs(engine: str) -> None:
    query = POSTS.lazy().select("n", checked=check(pl.col("headline"), CHECKER)).filter(pl.col("n") % 2 == 0)
    assert query.collect_schema()["checked"] == DTYPE
    assert query.collect(engine=engine)["checked"].to_list() == EXPECTED[::2]


def test_rows_that_a_query_drops_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def note(_self: Checker, text: str) -> Result:
        judged.append(text)
        return result(text)

    monkeypatch.setattr(Checker, "check", note)
    query = POSTS.lazy().with_columns(checked=check("headline", CHECKER)).filter(pl.col("n") < 3)
    assert query.collect().height == 3
    assert judged == TEXTS[:3]


def test_the_column_keeps_its_name_until_it_gets_another() -> None:
    assert POSTS.select(check("headline", CHECKER)).columns == ["headline"]
    assert set(POSTS.select(check("headline", CHECKER)).unnest("headline").columns) == set(FIELDS)


@pytest.mark.parametrize("column", [[], [None, None]], ids=["no row", "only nulls"])
@pytest.mark.parametrize("dtype", [pl.String, pl.Null])
def test_without_a_text_there_is_still_the_type(column: list[None], dtype: type) -> None:
    checked = pl.DataFrame({"headline": column}, schema={"headline": dtype}).select(
        check("headline", CHECKER)
    )
    assert checked.schema["headline"] == DTYPE
    assert checked["headline"].to_list() == column


@pytest.mark.parametrize("dtype", [pl.Categorical, pl.Enum(["Microsoft walks away from OpenAI"])])
def test_categories_are_texts(dtype: object) -> None:
    column = pl.Series("headline", ["Microsoft walks away from OpenAI", None], dtype=dtype)
    verdicts = column.to_frame().select(check("headline", CHECKER)).unnest("headline")["verdict"]
    assert verdicts.to_list() == ["contradicted", None]


def test_a_column_of_numbers_is_told() -> None:
    # Older Polars wraps the error in one of its own.
    with pytest.raises(Exception, match="the column holds int where texts are expected; fix: "):
        POSTS.select(check("n", CHECKER))
