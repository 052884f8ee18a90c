import sys

import duckdb

from tables import emit_tables


def read(table):
    rows = duckdb.read_csv(f"{sys.argv[1]}/{table}.csv", sample_size=-1, auto_type_candidates=["BOOLEAN", "BIGINT", "DOUBLE", "VARCHAR"])
    return [dict(zip(rows.columns, row)) for row in rows.fetchall()]


emit_tables(read)
