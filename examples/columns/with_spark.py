"""Check a table of headlines in PySpark, here on a Spark of this machine: python with_spark.py"""

import os
import sys
from pathlib import Path

from pyspark.sql import SparkSession

from claimcheck import Checker
from claimcheck.engines.spark import check

HERE = Path(__file__).parent

# The Python of the workers must have claimcheck, too: on one machine it is this one.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
spark.sparkContext.setLogLevel("ERROR")

checker = Checker.from_path(HERE.parent / "statements-age" / "claims")
posts = spark.read.csv(str(HERE / "posts.csv"), header=True)
checked = (
    posts.withColumn("checked", check("headline", checker)).select("outlet", "headline", "checked.*").cache()
)

checked.select("outlet", "headline", "verdict").show(truncate=False)
checked.where("verdict = 'contradicted'").groupBy("outlet").count().orderBy("outlet").show()
spark.stop()
