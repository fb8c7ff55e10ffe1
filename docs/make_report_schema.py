"""Write the schema of the JSON of reports from its types: `python docs/make_report_schema.py`."""

import json
from pathlib import Path

from enacting.harvest.as_json import schema

if __name__ == "__main__":
    text = json.dumps(schema(), indent=2, ensure_ascii=False)
    (Path(__file__).parent / "report.schema.json").write_text(f"{text}\n", encoding="utf-8")
