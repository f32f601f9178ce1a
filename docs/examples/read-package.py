"""Reads a research package as it is and answers three questions. Needs pandas; with pyarrow it reads
the Parquet files, without it the CSV files by the types of their table schema.

python3 docs/examples/read-package.py package.zip
"""

import io
import json
import sys
import zipfile

import pandas as pd


TYPES = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def table(package: zipfile.ZipFile, name: str) -> pd.DataFrame:
    try:
        return pd.read_parquet(io.BytesIO(package.read(f"data/{name}.parquet")))
    except ImportError:
        resources = json.loads(package.read("datapackage.json"))["resources"]
        fields = next(one for one in resources if one["path"] == f"data/{name}.csv")["schema"]["fields"]
        types = {field["name"]: TYPES[field["type"]] for field in fields}
        return pd.read_csv(io.BytesIO(package.read(f"data/{name}.csv")), dtype=types)


with zipfile.ZipFile(sys.argv[1]) as package:
    described = json.loads(package.read("datapackage.json"))
    print(described["title"], [resource["name"] for resource in described["resources"]])
    weeks = table(package, "weeks")
    times = table(package, "times")
    platforms = table(package, "platforms")

# Incomplete weeks and the build-up period are shown, not compared.
good = weeks[(weeks["state"] == "complete") & ~weeks["build_up"].astype(bool)]
print("weeks:", len(weeks), "of them comparable:", len(good))

# 1. How much of the comparable entry was typed elsewhere before?
print("duplicate share:", round(weeks["reentered"].sum() / max(1, weeks["comparable"].sum()), 3))

# 2. How far does the pause limit matter?
print(times.groupby("theta_s")["working_s"].sum().div(3600).round(2).rename("hours"))

# 3. Where is what was re-entered? With its bounds; attempts are never added in.
columns = ["reentry_s_low", "reentry_s", "reentry_s_high", "submissions", "attempts"]
print(platforms.groupby("category")[columns].sum())
