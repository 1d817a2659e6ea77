"""Invented folders of tables, and children that misbehave."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

PAGE = """<h1>云溪区2031年民生实事项目9月进展表</h1>
<table><tr><th>序号<th>项目名称<th>牵头单位<th>总投资(万元)<th>进展情况<th>进度状态</tr>
<tr><td>1<td>新建口袋公园{count}个<td>住建局<td>1250.5<td>累计建成3个,绿道9月开工<td>正常</tr>
<tr><td>2<td>增设休憩座椅300张<td>园林中心<td>20<td>累计安装260张<td>快了</tr></table>"""


def fill(folder: Path, count: int) -> list[Path]:
    """Write pages of two items each, the odd ones in GB 18030, some in a folder below."""
    (folder / "乡镇").mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        file = folder / ("乡镇" if number % 3 == 0 else "") / f"{number:03d}.html"
        file.write_bytes(PAGE.format(count=number + 2).encode("gb18030" if number % 2 else "utf-8"))
        files.append(file)
    return files


def misbehave() -> None:
    """Be a child that dies of some files: one aborts it, one sleeps, one is too much for it.

    Of the time that a sleeping file may take all but a second is skipped; every other file keeps its
    own. Where no time was limited, the sleeper aborts.
    """
    from shishi.corpus import child

    honest = child.load_file

    def load_file(file: Path) -> bytes:
        if file.name.startswith("bomb"):
            os.abort()
        if file.name.startswith("sloth"):
            if not signal.alarm(1):
                os.abort()
            time.sleep(600)
        if file.name.startswith("dreamer"):
            file.with_suffix(".asleep").touch()
            signal.alarm(0)
            time.sleep(600)
        if file.name.startswith("giant"):
            bytearray(8 << 30)
        return honest(file)

    child.load_file = load_file
    child.main()


COMMAND = [sys.executable, "-c", "from tests.corpus.invented import misbehave; misbehave()"]
