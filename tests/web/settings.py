"""Settings of the tests: the office's own, in a home of its own that is gone afterwards.

SHISHI_TEST_DATABASE   sqlite (default) or postgres: starts one that came as a wheel
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tests.web.postgres import start_postgres, url_of

_MINE = "SHISHI_TEST_HOME"
"""Set by the first process; those that it starts share its PostgreSQL."""

_HOME = Path(tempfile.mkdtemp(prefix="shishi-tests-"))
(_HOME / "static").mkdir()  # nothing is collected; the finders serve the files as they are
_HOME.chmod(0o755)  # PostgreSQL runs as another user where the tests run as root
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["SHISHI_HOME"] = str(_HOME)
os.environ["SHISHI_SECRET_KEY"] = "only-for-tests-" + "x" * 50
os.environ["SHISHI_HTTPS"] = "0"
os.environ.pop("SHISHI_DATABASE_URL", None)

if os.environ.get("SHISHI_TEST_DATABASE") == "postgres":
    if _MINE not in os.environ:
        os.environ[_MINE] = url_of(start_postgres(_HOME / "postgres", durable=False))
    os.environ["SHISHI_DATABASE_URL"] = os.environ[_MINE]

from shishi.web.settings import *  # noqa: E402, F403
from shishi.web.settings import DATABASES, STORAGES  # noqa: E402

# A file and not memory: what threads do to each other is a file's business.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(_HOME / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY;"
    )
DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
