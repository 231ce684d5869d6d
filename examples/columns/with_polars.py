"""Check a table of headlines in Polars: python with_polars.py"""

from pathlib import Path

import polars as pl

from claimcheck import Checker
from claimcheck.engines.polars import check

HERE = Path(__file__).parent

checker = Checker.from_path(HERE.parent / "statements-age" / "claims")
checked = (
    pl.scan_csv(HERE / "posts.csv")
    .with_columns(check("headline", checker).alias("checked"))
    .unnest("checked")
    .select("outlet", "headline", "verdict")
)

contradicted = (pl.col("verdict") == "contradicted").sum().alias("contradicted")

with pl.Config(
    tbl_formatting="ASCII_MARKDOWN",
    tbl_hide_dataframe_shape=True,
    tbl_hide_column_data_types=True,
    fmt_str_lengths=80,
    tbl_width_chars=110,
):
    print(checked.collect())
    print(checked.group_by("outlet").agg(contradicted).sort("outlet").collect())
