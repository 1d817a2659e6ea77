"""Files whose names are no text in any encoding that the terminal knows."""

import json
import os
import subprocess
import sys
from pathlib import Path


def test_json_of_a_file_whose_name_is_no_text_can_be_read_back(table: Path) -> None:
    odd = os.fsencode(table.parent) + b"/odd\xff.txt"
    Path(os.fsdecode(odd)).write_bytes(table.read_bytes())

    call = [os.fsencode(sys.executable), b"-m", b"shishi", b"extract", b"--json", b"--", odd]
    done = subprocess.run(call, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["source"]["name"].endswith("odd\udcff.txt")
