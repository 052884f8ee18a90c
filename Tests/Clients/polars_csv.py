import sys

import polars

from tables import emit_tables

emit_tables(lambda table: polars.read_csv(f"{sys.argv[1]}/{table}.csv", infer_schema_length=None).to_dicts())
