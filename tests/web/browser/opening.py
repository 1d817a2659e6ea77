"""Open an office with the demo in a folder of its own: `python -m tests.web.browser.opening HOME`.

Makes the database, the style sheets, the demo and the public site, and writes HOME/accounts.json.
SHISHI_HOME must name the same folder.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from shishi.web.start import open_office


def main(home: Path) -> None:
    """Make everything; passwords are made now and lie in accounts.json only."""
    open_office()
    from django.core.management import call_command
    from django.utils.timezone import now

    from shishi.web.demo import build_demo, reset_passwords
    from shishi.web.publishing import publish

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    build_demo()
    publish(home / "site")
    accounts = [asdict(account) for account in reset_passwords(on=now())]
    (home / "accounts.json").write_text(json.dumps(accounts), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
